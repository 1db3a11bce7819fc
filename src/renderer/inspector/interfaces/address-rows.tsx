import { addPrivateAddress, removePrivateAddress, setPrivateAddress } from '@core/editing/network-interfaces.ts';
import { rowEntries } from '@core/editing/rows.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkInterface } from '@core/model/resources/index.ts';
import { useAppState } from '../../app/app-context.ts';
import { Button } from '../../controls/button.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { refusalOf } from '../parts/refusal-of.ts';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { Ipv6Rows } from './ipv6-rows.tsx';
import { PublicAddressRow } from './public-address-row.tsx';

export interface InterfaceProps {
  readonly id: ResourceId;
  readonly value: NetworkInterface;
}

/** The addresses of a network interface: private ones with their public ones, and IPv6. */
export function AddressRows({ id, value }: InterfaceProps) {
  const design = useDesign();
  const { edit } = useEdit();
  const asked = useAppState(({ selection }) => selection.row);
  const isOwn = value.owner === undefined;
  return (
    <div className={styles.card}>
      {rowEntries(value.addresses).map(([row, held]) => (
        <div key={row} className={styles.asked} data-asked={asked === row || undefined}>
          <PlainField
            label={held.primary ? 'Primary private IPv4 address' : 'Secondary private IPv4 address'}
            mono
            value={held.address}
            judge={(address) => refusalOf(setPrivateAddress(design, { networkInterface: id, row, address }))}
            onCommit={(address) => edit((now) => setPrivateAddress(now, { networkInterface: id, row, address }))}
            trailing={
              held.primary ? undefined : (
                <IconButton
                  glyph="trash"
                  size="small"
                  label={`Take ${held.address} away`}
                  onClick={() => edit((now, random) => removePrivateAddress(now, { networkInterface: id, row, random }))}
                />
              )
            }
          />
          {(held.primary || held.public) && <PublicAddressRow id={id} holds={held.public} isPrimary={held.primary} />}
        </div>
      ))}
      <Ipv6Rows id={id} value={value} />
      {isOwn && (
        <div className={styles.buttons}>
          <Button size="small" glyph="plus" onClick={() => edit((now) => addPrivateAddress(now, { networkInterface: id }))}>
            Add secondary address
          </Button>
        </div>
      )}
    </div>
  );
}
