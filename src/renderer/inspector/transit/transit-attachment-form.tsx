import { listResources } from '@core/editing/draft.ts';
import { subnetsOf } from '@core/editing/members.ts';
import { associateTransitTable, setAttachmentSubnet, setTransitPropagation } from '@core/editing/transit-gateways.ts';
import { asResourceId } from '@core/model/ids.ts';
import { Checkbox } from '../../controls/checkbox.tsx';
import { Section } from '../../controls/section.tsx';
import { Switch } from '../../controls/switch.tsx';
import { AssociationRow } from '../parts/association-row.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { nameOf } from '../parts/name-of.ts';
import { Sentence } from '../parts/remark.tsx';
import { ResourceLink } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { StateSelect } from '../parts/state-select.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { attachmentStates, wordOfType } from './words.ts';

type Props = FormProps<'transit-gateway-attachment'>;

/** An attachment: what it joins, the table that decides for it, where it propagates, and its subnets. */
export function TransitAttachmentForm({ id, value }: Props) {
  const far = value.vpc ?? value.vpnConnection ?? value.directConnectGateway ?? value.peer?.transitGateway;
  return (
    <>
      <Section title="Ends" end={wordOfType(value.type)}>
        <SettingRow label="Transit gateway" glyph="transit-gateway" value={<ResourceLink id={value.transitGateway} />} />
        <SettingRow label={wordOfType(value.type)} value={far === undefined ? 'not in the design' : <ResourceLink id={far} />} />
        <StateSelect id={id} value={value.state} states={attachmentStates} />
      </Section>
      <RoutingSection id={id} value={value} />
      {value.type === 'vpc' && <SubnetsSection id={id} value={value} />}
      {value.type === 'vpc' && <OptionsSection id={id} value={value} />}
    </>
  );
}

function RoutingSection({ id, value }: Props) {
  const design = useDesign();
  const { edit } = useEdit();
  const tables = listResources(design, 'transit-gateway-route-table').filter((table) => table.value.transitGateway === value.transitGateway);
  return (
    <Section title="Routing">
      <AssociationRow
        label="Route table"
        glyph="route-table"
        used={value.routeTable}
        none={value.routeTableKnown === false ? 'not known' : 'none, so all is dropped'}
        via={undefined}
        choices={[{ id: undefined, label: 'None' }, ...tables.map((table) => ({ id: table.id, label: nameOf(design, table.id) }))]}
        chosen={value.routeTable}
        onChoose={(chosen) => edit((now) => associateTransitTable(now, { attachment: id, table: chosen === undefined ? undefined : asResourceId(chosen) }))}
      />
      {value.type === 'peering' && <Sentence>A peering propagates nothing: add static routes on both sides.</Sentence>}
      {value.type !== 'peering' &&
        tables.map((table) => (
          <SettingRow
            key={table.id}
            label={`Propagates into ${nameOf(design, table.id)}`}
            end={
              <Switch
                label={`Propagates into ${nameOf(design, table.id)}`}
                labelHidden
                checked={table.value.propagations.includes(id)}
                onChange={(isOn) => edit((now) => setTransitPropagation(now, { table: table.id, attachment: id, isOn }))}
              />
            }
          />
        ))}
    </Section>
  );
}

function SubnetsSection({ id, value }: Props) {
  const design = useDesign();
  const { edit } = useEdit();
  const subnets = value.vpc === undefined ? [] : [...subnetsOf(design, value.vpc)].sort((a, b) => (a.value.availabilityZone < b.value.availabilityZone ? -1 : 1));
  return (
    <Section title="Subnets" end={`${value.subnets.length}`}>
      <Sentence>One in each Availability Zone; from a zone without one nothing reaches the transit gateway.</Sentence>
      {subnets.map((subnet) => (
        <SettingRow
          key={subnet.id}
          label={subnet.value.availabilityZone}
          value={<ResourceLink id={subnet.id} />}
          end={
            <Checkbox
              label={`Attach by ${nameOf(design, subnet.id)}`}
              labelHidden
              checked={value.subnets.includes(subnet.id)}
              onChange={(isOn) => edit((now) => setAttachmentSubnet(now, { attachment: id, subnet: subnet.id, isOn }))}
            />
          }
        />
      ))}
    </Section>
  );
}

function OptionsSection({ id, value }: Props) {
  const { set } = useEdit();
  return (
    <Section title="Options">
      <SettingRow
        label="Appliance mode"
        end={
          <Switch
            label="Keep both directions of a connection in one Availability Zone"
            labelHidden
            checked={value.applianceMode === true}
            onChange={(isOn) => set({ resource: id, path: ['applianceMode'], value: isOn })}
          />
        }
      />
      <SettingRow
        label="Security group referencing"
        end={
          <Switch
            label="Rules may name groups across this attachment"
            labelHidden
            checked={value.securityGroupReferencing !== false}
            onChange={(isOn) => set({ resource: id, path: ['securityGroupReferencing'], value: isOn })}
          />
        }
      />
    </Section>
  );
}
