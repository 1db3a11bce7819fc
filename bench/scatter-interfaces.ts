import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { NetworkInterface, Resource } from '@core/model/resources/index.ts';

/** Prime, so that neighbours get subnets that are far apart. */
const STRIDE = 37;

/**
 * The design with a second interface for each instance, in subnets all over it. AWS would refuse those in other VPCs; a
 * picture of it has as many lines as machines, and each is long and crosses much.
 */
export function scatterInterfaces(design: Design): Design {
  const entries = Object.entries(design.resources);
  const subnets = entries.flatMap(([id, { kind }]) => (kind === 'subnet' ? [asResourceId(id)] : []));
  const resources: Record<string, Resource> = { ...design.resources };
  let count = 0;
  for (const [, value] of entries) {
    const subnet = subnets[(count * STRIDE) % subnets.length];
    if (value.kind !== 'network-interface' || !value.attachment || subnet === undefined) continue;
    const second: NetworkInterface = { ...value, subnet, attachment: { ...value.attachment, deviceIndex: 1 }, addresses: {} };
    resources[`eni-second-${count}`] = second;
    count += 1;
  }
  return { ...design, resources };
}
