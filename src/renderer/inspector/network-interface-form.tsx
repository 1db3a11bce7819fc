import { ownerNames } from '@core/drawing/names.ts';
import { listResources } from '@core/editing/draft.ts';
import { attachNetworkInterface, detachNetworkInterface } from '@core/editing/network-interfaces.ts';
import { asResourceId } from '@core/model/ids.ts';
import { Button } from '../controls/button.tsx';
import { Combobox } from '../controls/combobox.tsx';
import { Section } from '../controls/section.tsx';
import { Switch } from '../controls/switch.tsx';
import { AddressRows } from './interfaces/address-rows.tsx';
import type { FormProps } from './parts/form-props.ts';
import { GroupChips } from './parts/group-chips.tsx';
import { findOfKind, nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { Sentence } from './parts/remark.tsx';
import { ResourceLink } from './parts/resource-line.tsx';
import { RoutesTo } from './parts/routes-to.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** An elastic network interface: what it serves, its addresses, who guards it. */
export function NetworkInterfaceForm({ id, value }: FormProps<'network-interface'>) {
  const design = useDesign();
  const { set } = useEdit();
  const vpc = findOfKind(design, value.subnet, 'subnet')?.vpc;
  return (
    <>
      <AttachmentOfInterface id={id} value={value} />
      <Section title="Addresses">
        <AddressRows id={id} value={value} />
      </Section>
      <Section title="Security groups">
        <GroupChips target={id} groups={value.securityGroups} vpc={vpc} />
      </Section>
      <Section title="Settings">
        <SettingRow
          label="Source/destination check"
          end={
            <Switch
              label="Source/destination check"
              labelHidden
              checked={value.sourceDestinationCheck}
              onChange={(on) => set({ resource: id, path: ['sourceDestinationCheck'], value: on })}
            />
          }
        />
        <Sentence>
          {value.sourceDestinationCheck
            ? 'It drops what is neither from it nor for it.'
            : 'It passes on what is not its own, as a router or a NAT instance does.'}
        </Sentence>
      </Section>
      <RoutesTo target={id} none="No route leads to it." />
    </>
  );
}

/** What an interface serves, in words: something of the design, or a service that is not drawn. */
function Served({ value }: Pick<FormProps<'network-interface'>, 'value'>) {
  const { attachment, owner } = value;
  if (attachment) return <ResourceLink id={attachment.resource} />;
  return owner === undefined ? 'nothing yet' : (ownerNames[owner] ?? owner);
}

function AttachmentOfInterface({ id, value }: FormProps<'network-interface'>) {
  const { edit } = useEdit();
  const { attachment, owner, description } = value;
  const canDetach = attachment !== undefined && attachment.deviceIndex !== 0 && attachment.role === undefined;
  return (
    <Section title="Attachment">
      <SettingRow label="Serves" value={<Served value={value} />} end={attachment && `device ${attachment.deviceIndex}`} />
      <SettingRow label="Subnet" value={<ResourceLink id={value.subnet} />} />
      {description !== undefined && <Sentence>{description}</Sentence>}
      {canDetach && (
        <div className={styles.buttons}>
          <Button onClick={() => edit((now) => detachNetworkInterface(now, { networkInterface: id }))}>Detach</Button>
        </div>
      )}
      {!attachment && owner === undefined && <AttachChoice id={id} />}
    </Section>
  );
}

function AttachChoice({ id }: Pick<FormProps<'network-interface'>, 'id'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const instances = listResources(design, 'instance').map((instance) => ({
    value: instance.id,
    label: nameOf(design, instance.id),
    glyph: 'instance' as const,
    hue: 'own' as const,
  }));
  return (
    <div className={styles.buttons}>
      <Combobox
        label="Attach to an instance"
        placeholder="Attach to an instance"
        value={undefined}
        sections={[{ title: 'Instances', choices: instances }]}
        onChange={(instance) => edit((now) => attachNetworkInterface(now, { networkInterface: id, instance: asResourceId(instance) }))}
      />
    </div>
  );
}
