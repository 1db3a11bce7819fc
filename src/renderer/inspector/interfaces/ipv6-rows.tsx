import { judgeIpv6, nextIpv6 } from '@core/editing/ipv6-addresses.ts';
import { rowEntries, withoutRow } from '@core/editing/rows.ts';
import { nextRowId } from '@core/model/ids.ts';
import { Button } from '../../controls/button.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { PlainField } from '../parts/plain-field.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import type { InterfaceProps } from './address-rows.tsx';

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
