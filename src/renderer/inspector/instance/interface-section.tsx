import { maximumNetworkInterfaces } from '@core/aws/instance-types.ts';
import { addPart } from '@core/editing/add-part.ts';
import { listResources } from '@core/editing/draft.ts';
import { interfacesOf } from '@core/editing/members.ts';
import { attachNetworkInterface, detachNetworkInterface } from '@core/editing/network-interfaces.ts';
import { Button } from '../../controls/button.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import type { MenuEntry } from '../../controls/menu-entry.ts';
import { Menu } from '../../controls/menu.tsx';
import { Section } from '../../controls/section.tsx';
import { AddressRows } from '../interfaces/address-rows.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { Sentence } from '../parts/remark.tsx';
import { ResourceGlyph, ResourceLink } from '../parts/resource-line.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

/** The network interfaces of an instance with their addresses. */
export function InterfaceSection({ id, value }: FormProps<'instance'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const entries = interfacesOf(design, id);
  const most = maximumNetworkInterfaces(value.instanceType);
  return (
    <Section title="Network interfaces" end={most === undefined ? `${entries.length}` : `${entries.length} of ${most}`}>
      {entries.length === 0 && <Sentence>It has no network interface, so nothing reaches it.</Sentence>}
      {entries.map((entry) => (
        <div key={entry.id} className={styles.card}>
          <div className={styles.line}>
            <ResourceGlyph id={entry.id} />
            <ResourceLink id={entry.id} />
            <span className={styles.end}>
              in <ResourceLink id={entry.value.subnet} />
              {entry.value.attachment?.deviceIndex !== 0 && (
                <IconButton
                  glyph="close"
                  size="small"
                  label={`Detach ${nameOf(design, entry.id)}`}
                  onClick={() => edit((now) => detachNetworkInterface(now, { networkInterface: entry.id }))}
                />
              )}
            </span>
          </div>
          <AddressRows id={entry.id} value={entry.value} />
        </div>
      ))}
      <AttachButton id={id} value={value} />
    </Section>
  );
}

function AttachButton({ id }: FormProps<'instance'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const loose = listResources(design, 'network-interface').filter(({ value }) => value.attachment === undefined && value.owner === undefined);
  const entries: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'new',
      label: 'A new network interface',
      glyph: 'plus',
      onSelect: () => edit((now, random) => addPart(now, { part: 'network-interface', container: id, random })),
    },
    ...loose.map((entry): MenuEntry => ({
      kind: 'action',
      id: entry.id,
      label: nameOf(design, entry.id),
      glyph: 'network-interface',
      hue: 'own',
      sentence: `in ${nameOf(design, entry.value.subnet)}`,
      onSelect: () => edit((now) => attachNetworkInterface(now, { networkInterface: entry.id, instance: id })),
    })),
  ];
  return (
    <div className={styles.buttons}>
      <Menu entries={entries} trigger={<Button glyph="plus">Attach interface</Button>} />
    </div>
  );
}
