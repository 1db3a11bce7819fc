import { containsAddress, formatAddress, readCidr, type Cidr6 } from '@core/address/cidr.ts';
import { parseIpv6 } from '@core/address/ipv6.ts';
import { reservedAt } from '@core/aws/reserved-addresses.ts';
import { interfacesIn } from '@core/editing/members.ts';
import { rowEntries, withoutRow } from '@core/editing/rows.ts';
import type { Design } from '@core/model/design.ts';
import { nextRowId, type ResourceId } from '@core/model/ids.ts';
import { Button } from '../../controls/button.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { findOfKind, nameOf } from '../parts/name-of.ts';
import { PlainField } from '../parts/plain-field.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import type { InterfaceProps } from './address-rows.tsx';

function ipv6Block(design: Design, subnet: ResourceId): Cidr6 | undefined {
  const text = findOfKind(design, subnet, 'subnet')?.ipv6Cidr;
  const cidr = text === undefined ? undefined : readCidr(text);
  return cidr?.family === 6 ? cidr : undefined;
}

const heldIn = (design: Design, subnet: ResourceId): ReadonlySet<bigint | undefined> =>
  new Set(interfacesIn(design, subnet).flatMap(({ value }) => Object.values(value.ipv6Addresses).map(({ address }) => parseIpv6(address))));

/** Why an IPv6 address cannot be held in a subnet, in one sentence; `undefined` when it can. */
export function judgeIpv6(design: Design, subnet: ResourceId, text: string): string | undefined {
  const block = ipv6Block(design, subnet);
  const address = parseIpv6(text.trim());
  if (address === undefined) return `${text} is not an IPv6 address.`;
  if (!block) return `${nameOf(design, subnet)} has no IPv6 block; give it one first.`;
  if (!containsAddress(block, address) || reservedAt(block, address))
    return `${text} lies outside of ${nameOf(design, subnet)}, or is one of the five addresses AWS keeps.`;
  return heldIn(design, subnet).has(address) ? `${text} is held in ${nameOf(design, subnet)} already.` : undefined;
}

/** The lowest free IPv6 address of a subnet. */
export function nextIpv6(design: Design, subnet: ResourceId): string | undefined {
  const block = ipv6Block(design, subnet);
  if (!block) return undefined;
  const held = heldIn(design, subnet);
  let address = block.first;
  while (held.has(address) || reservedAt(block, address)) address += 1n;
  return containsAddress(block, address) ? formatAddress(address) : undefined;
}

/** The IPv6 addresses of an interface; shown where its subnet has a block or it holds one. */
export function Ipv6Rows({ id, value }: InterfaceProps) {
  const design = useDesign();
  const { set } = useEdit();
  const free = nextIpv6(design, value.subnet);
  const rows = rowEntries(value.ipv6Addresses);
  if (free === undefined && rows.length === 0) return null;
  return (
    <>
      {rows.map(([row, { address }]) => (
        <PlainField
          key={row}
          label="IPv6 address"
          mono
          value={address}
          judge={(text) => judgeIpv6(design, value.subnet, text)}
          onCommit={(text) => set({ resource: id, path: ['ipv6Addresses', row, 'address'], value: text.trim() })}
          trailing={
            <IconButton
              glyph="trash"
              size="small"
              label={`Take ${address} away`}
              onClick={() => set({ resource: id, path: ['ipv6Addresses'], value: withoutRow(value.ipv6Addresses, row) })}
            />
          }
        />
      ))}
      {free !== undefined && (
        <div>
          <Button
            size="small"
            glyph="plus"
            onClick={() => set({ resource: id, path: ['ipv6Addresses', nextRowId('ipv6', value.ipv6Addresses)], value: { address: free } })}
          >
            Add {free}
          </Button>
        </div>
      )}
    </>
  );
}
