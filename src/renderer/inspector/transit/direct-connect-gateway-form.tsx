import { addAllowedPrefix, associateDirectConnect, endAssociation, removeAllowedPrefix } from '@core/editing/direct-connect.ts';
import { listResources } from '@core/editing/draft.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { asResourceId } from '@core/model/ids.ts';
import { Button } from '../../controls/button.tsx';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { BlockList } from '../blocks/block-list.tsx';
import { AsnField } from '../parts/asn-field.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { LineList, ResourceLine, ResourceLink } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { StateSelect } from '../parts/state-select.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

type Props = FormProps<'direct-connect-gateway'>;

/** A Direct Connect gateway: what it is associated with and announces, and the virtual interfaces that end at it. */
export function DirectConnectGatewayForm({ id, value }: Props) {
  const design = useDesign();
  const lines = listResources(design, 'virtual-interface').filter((line) => line.value.gateway === id);
  return (
    <>
      <AssociationSections id={id} value={value} />
      <NewAssociation id={id} value={value} />
      <Section title="Virtual interfaces" end={`${lines.length}`}>
        <LineList label="Virtual interfaces" none="No virtual interface ends here, so nothing is behind it.">
          {lines.map((line) => (
            <ResourceLine key={line.id} id={line.id} end={line.value.type} />
          ))}
        </LineList>
      </Section>
      <Section title="Settings">
        <StateSelect id={id} value={value.state ?? 'available'} states={['pending', 'available', 'deleting', 'deleted']} />
        <AsnField id={id} value={value.asn} />
      </Section>
    </>
  );
}

function AssociationSections({ id, value }: Props) {
  const design = useDesign();
  const { edit } = useEdit();
  return (
    <>
      {rowEntries(value.associations).map(([row, association]) => (
        <Section key={row} title={`Association with ${nameOf(design, association.gateway)}`} end={association.state}>
          <SettingRow label="Gateway" value={<ResourceLink id={association.gateway} />} />
          <p className={styles.soft}>Allowed prefixes, which are announced to on-premises:</p>
          <BlockList
            label="Allowed prefix"
            add="Add an allowed prefix"
            blocks={association.allowedPrefixes.map((cidr) => ({ row: cidr, cidr, onRemove: () => edit((now) => removeAllowedPrefix(now, { directConnectGateway: id, row, cidr })) }))}
            tryAdd={(cidr) => addAllowedPrefix(design, { directConnectGateway: id, row, cidr })}
            onAdd={(cidr) => edit((now) => addAllowedPrefix(now, { directConnectGateway: id, row, cidr }))}
          />
          <div className={styles.buttons}>
            <Button onClick={() => edit((now) => endAssociation(now, { directConnectGateway: id, row }))}>End the association</Button>
          </div>
        </Section>
      ))}
    </>
  );
}

function NewAssociation({ id, value }: Props) {
  const design = useDesign();
  const { edit } = useEdit();
  const taken = new Set<string>(Object.values(value.associations).map(({ gateway }) => gateway));
  const free = [...listResources(design, 'virtual-private-gateway'), ...listResources(design, 'transit-gateway')].filter((gateway) => !taken.has(gateway.id));
  if (free.length === 0) return null;
  return (
    <Section title="Associate">
      <Field label="Associate with">
        <Select
          shape="wide"
          value={undefined}
          placeholder="Choose a gateway"
          choices={free.map((gateway) => ({ value: gateway.id, label: nameOf(design, gateway.id) }))}
          onChange={(gateway) => edit((now, random) => associateDirectConnect(now, { directConnectGateway: id, gateway: asResourceId(gateway), random }))}
        />
      </Field>
    </Section>
  );
}
