import { addressCount, bitsOf, formatAddress, lastAddress, type Cidr } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import { RESERVED_ADDRESS_COUNT } from '@core/aws/reserved-addresses.ts';
import type { KeyValue } from '../../controls/key-value-list.tsx';
import { KeyValueList } from '../../controls/key-value-list.tsx';
import { BitView } from './bit-view.tsx';
import styles from './blocks.module.css';

/** From this size on a count is said as a power of two: nobody reads 30 digits. */
const LONGEST_COUNT = 2n ** 40n;

function writeCount(cidr: Cidr): string {
  const count = BigInt(addressCount(cidr));
  return count < LONGEST_COUNT ? formatCount(count) : `2^${bitsOf(cidr.family) - cidr.prefixLength}`;
}

function listFacts(cidr: Cidr, isSubnet: boolean): readonly KeyValue[] {
  const items: KeyValue[] = [{ key: 'First, last', value: `${formatAddress(cidr.first)} – ${formatAddress(lastAddress(cidr))}`, mono: true }];
  if (cidr.family === 6) items.push({ key: 'Addresses', value: writeCount(cidr) });
  if (isSubnet && cidr.family === 4) {
    const usable = Math.max(0, addressCount(cidr) - RESERVED_ADDRESS_COUNT);
    items.push({ key: 'Usable', value: `${formatCount(usable)}, AWS keeps ${RESERVED_ADDRESS_COUNT}` });
  }
  return items;
}

export interface BlockDetailsProps {
  readonly cidr: Cidr;
  /** Five addresses of a subnet are AWS's own. */
  readonly isSubnet?: boolean | undefined;
}

/** A block taken apart: bits (IPv4), first and last address, how many there are. */
export function BlockDetails({ cidr, isSubnet = false }: BlockDetailsProps) {
  return (
    <div className={styles.details}>
      {cidr.family === 4 && <BitView block={cidr} />}
      <KeyValueList items={listFacts(cidr, isSubnet)} />
    </div>
  );
}
