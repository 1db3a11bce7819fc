import { formatCount } from '@core/address/format-count.ts';
import { subnetSizes, usableIpv4Addresses } from '@core/aws/subnet-sizes.ts';
import type { Choice } from '../controls/choice.ts';

const { largest, smallest } = subnetSizes[4];

/** The sizes a subnet can have, from a prefix length on, as choices; AWS allows none larger than /16. */
export function sizeChoices(widest: number = largest): readonly Choice[] {
  const from = Math.max(largest, widest);
  return Array.from({ length: smallest - from + 1 }, (_, index) => from + index).map((prefixLength) => ({
    value: String(prefixLength),
    label: `/${prefixLength}`,
    detail: `${formatCount(usableIpv4Addresses(prefixLength))} usable`,
  }));
}
