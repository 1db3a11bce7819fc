import { listResources } from '@core/editing/draft.ts';
import { addTransitTable, attachmentOf, attachToTransitGateway } from '@core/editing/transit-gateways.ts';
import { asResourceId } from '@core/model/ids.ts';
import { Button } from '../../controls/button.tsx';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { Switch } from '../../controls/switch.tsx';
import { AsnField } from '../parts/asn-field.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { LineList, ResourceLine } from '../parts/resource-line.tsx';
import { RoutesTo } from '../parts/routes-to.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { StateSelect } from '../parts/state-select.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { wordOfType } from './words.ts';

/** A transit gateway: what is attached to it, its route tables, who routes to it, and its settings. */
export function TransitGatewayForm({ id, value }: FormProps<'transit-gateway'>) {
  const { set } = useEdit();
  return (
    <>
      <AttachmentsSection id={id} value={value} />
      <TablesSection id={id} value={value} />
      <RoutesTo target={id} none="No route leads to it, so no subnet uses it." />
      <Section title="Settings">
        <StateSelect id={id} value={value.state ?? 'available'} states={['pending', 'available', 'modifying', 'deleting', 'deleted']} />
        <SettingRow
          label="Security group referencing"
          end={
            <Switch
              label="Rules of one attached VPC may name groups of another"
              labelHidden
              checked={value.securityGroupReferencing === true}
              onChange={(isOn) => set({ resource: id, path: ['securityGroupReferencing'], value: isOn })}
            />
          }
        />
        <AsnField id={id} value={value.asn} />
      </Section>
    </>
  );
}

function AttachmentsSection({ id, value }: FormProps<'transit-gateway'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const attachments = listResources(design, 'transit-gateway-attachment').filter(({ value: one }) => one.transitGateway === id || one.peer?.transitGateway === id);
  const vpcs = listResources(design, 'vpc').filter((home) => home.value.region === value.region && !attachmentOf(design, id, home.id));
  return (
    <Section title="Attachments" end={`${attachments.length}`}>
      <LineList label="Attachments" none="Nothing is attached to it.">
        {attachments.map((attachment) => (
          <ResourceLine key={attachment.id} id={attachment.id} end={wordOfType(attachment.value.type)} />
        ))}
      </LineList>
      {vpcs.length > 0 && (
        <Field label="Attach a VPC">
          <Select
            shape="wide"
            value={undefined}
            placeholder="Choose a VPC"
            choices={vpcs.map((home) => ({ value: home.id, label: nameOf(design, home.id) }))}
            onChange={(vpc) => edit((now, random) => attachToTransitGateway(now, { gateway: id, vpc: asResourceId(vpc), random }))}
          />
        </Field>
      )}
    </Section>
  );
}

function TablesSection({ id, value }: FormProps<'transit-gateway'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const tables = listResources(design, 'transit-gateway-route-table').filter((table) => table.value.transitGateway === id);
  return (
    <Section title="Route tables" end={`${tables.length}`}>
      <LineList label="Route tables" none="It has no route table, so it drops everything.">
        {tables.map((table) => (
          <ResourceLine key={table.id} id={table.id} end={table.id === value.defaultAssociationRouteTable ? 'default' : undefined} />
        ))}
      </LineList>
      <div className={styles.buttons}>
        <Button glyph="plus" onClick={() => edit((now, random) => addTransitTable(now, { gateway: id, random }))}>
          Add a route table
        </Button>
      </div>
    </Section>
  );
}
