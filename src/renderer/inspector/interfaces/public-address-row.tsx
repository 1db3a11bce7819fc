import { listResources } from '@core/editing/draft.ts';
import { associateElasticIp, disassociateElasticIp } from '@core/editing/elastic-ip.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { PrivateAddress } from '@core/model/resources/index.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import type { MenuEntry } from '../../controls/menu-entry.ts';
import { Menu } from '../../controls/menu.tsx';
import styles from '../parts/parts.module.css';
import { SettingRow } from '../parts/setting-row.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

export interface PublicAddressRowProps {
  /** The interface. */
  readonly id: ResourceId;
  readonly holds: PrivateAddress['public'];
  /** Elastic IP addresses are associated with the primary private address. */
  readonly isPrimary: boolean;
}

const WORDS = { 'auto-assigned': 'auto-assigned', elastic: 'Elastic' } as const;

/** The public address that stands for a private one: auto-assigned, Elastic, or none. */
export function PublicAddressRow({ id, holds, isPrimary }: PublicAddressRowProps) {
  const entries = usePublicEntries(id, holds);
  return (
    <SettingRow
      label="Public"
      isTight
      value={holds ? <span className={styles.mono}>{holds.address}</span> : 'none'}
      end={
        <>
          {holds && WORDS[holds.type]}
          {isPrimary && <Menu align="end" entries={entries} trigger={<IconButton glyph="down" size="small" label="Change the public address" />} />}
        </>
      }
    />
  );
}

function usePublicEntries(target: ResourceId, holds: PrivateAddress['public']): readonly MenuEntry[] {
  const design = useDesign();
  const { edit } = useEdit();
  const free = listResources(design, 'elastic-ip').map(({ id, value }): MenuEntry => ({
    kind: 'action',
    id,
    label: `Associate ${value.address}`,
    glyph: 'elastic-ip',
    sentence: value.name,
    onSelect: () => edit((now, random) => associateElasticIp(now, { target, elasticIp: id, random })),
  }));
  const fresh: MenuEntry = {
    kind: 'action',
    id: 'new',
    label: 'Associate a new Elastic IP address',
    glyph: 'plus',
    sentence: holds?.type === 'auto-assigned' ? `It releases ${holds.address}.` : undefined,
    onSelect: () => edit((now, random) => associateElasticIp(now, { target, random })),
  };
  const away: MenuEntry = {
    kind: 'action',
    id: 'away',
    label: 'Disassociate it',
    glyph: 'close',
    sentence: 'The address stays allocated.',
    disabled: holds?.type !== 'elastic',
    onSelect: () => edit((now, random) => disassociateElasticIp(now, { target, random })),
  };
  return [...free, fresh, ...(holds?.type === 'elastic' ? [away] : [])];
}
