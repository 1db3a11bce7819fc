import { listResources } from '@core/editing/draft.ts';
import { setEndpointRouteTables, setEndpointSubnets } from '@core/editing/vpc-endpoints.ts';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { Switch } from '../../controls/switch.tsx';
import { TextArea } from '../../controls/text-area.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { findOfKind } from '../parts/name-of.ts';
import { PlainField } from '../parts/plain-field.tsx';
import { Remark } from '../parts/remark.tsx';
import { ResourceLink } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { StateSelect } from '../parts/state-select.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { CheckList } from './check-list.tsx';
import { GroupList } from './group-list.tsx';

const STATES = ['available', 'pending', 'pendingAcceptance', 'rejected', 'failed', 'deleting', 'deleted'] as const;

/** A VPC endpoint: its service, the tables or subnets it stands in, and its policy. */
export function VpcEndpointForm({ id, value }: FormProps<'vpc-endpoint'>) {
  const { set } = useEdit();
  return (
    <>
      <Section title="Endpoint">
        <SettingRow label="Type" value={value.type.replaceAll('-', ' ')} end="fixed when created" />
        <SettingRow label="VPC" value={<ResourceLink id={value.vpc} />} />
        <PlainField label="Service" mono value={value.service} onCommit={(text) => text.trim() !== '' && set({ resource: id, path: ['service'], value: text.trim() })} />
        <StateSelect id={id} value={value.state} states={STATES} />
        {value.prefixList !== undefined && <SettingRow label="Prefix list" value={<ResourceLink id={value.prefixList} />} />}
      </Section>
      {value.type === 'gateway' ? <TablesSection id={id} value={value} /> : <SubnetsSection id={id} value={value} />}
      {value.type === 'interface' && <GroupList service={id} vpc={value.vpc} groups={value.securityGroups} none="Without a group it has the VPC’s default one." />}
      <PolicySection id={id} value={value} />
    </>
  );
}

function TablesSection({ id, value }: FormProps<'vpc-endpoint'>) {
  const { edit } = useEdit();
  const tables = listResources(useDesign(), 'route-table').filter((table) => table.value.vpc === value.vpc);
  return (
    <Section title="Route tables" end={`${value.routeTables.length}`}>
      {value.routeTables.length === 0 && <Remark answer="warn">No route table leads to it, so nothing uses it.</Remark>}
      <CheckList label="Route tables" choices={tables} chosen={value.routeTables} onChange={(ids) => edit((now) => setEndpointRouteTables(now, { vpcEndpoint: id, ids }))} />
    </Section>
  );
}

function SubnetsSection({ id, value }: FormProps<'vpc-endpoint'>) {
  const design = useDesign();
  const { edit, set } = useEdit();
  const subnets = listResources(design, 'subnet').filter((subnet) => subnet.value.vpc === value.vpc);
  const vpc = findOfKind(design, value.vpc, 'vpc');
  const lacksDns = vpc !== undefined && !(vpc.enableDnsSupport && vpc.enableDnsHostnames);
  return (
    <Section title="Subnets" end={`${value.subnets.length}`}>
      <CheckList
        label="Subnets"
        choices={subnets.map((subnet) => ({ id: subnet.id, end: subnet.value.availabilityZone }))}
        chosen={value.subnets}
        onChange={(ids) => edit((now) => setEndpointSubnets(now, { vpcEndpoint: id, ids }))}
      />
      <SettingRow label="Private DNS" value={value.privateDns ? 'the service’s own name leads here' : 'off'} end={<Switch label="Private DNS names" labelHidden checked={value.privateDns} onChange={(isOn) => set({ resource: id, path: ['privateDns'], value: isOn })} />} />
      {value.privateDns && lacksDns && <Remark answer="warn">Private DNS needs DNS resolution and DNS hostnames of the VPC, and one of them is off.</Remark>}
    </Section>
  );
}

function PolicySection({ id, value }: FormProps<'vpc-endpoint'>) {
  const { set } = useEdit();
  return (
    <Section title="Policy" end={value.policy === undefined ? 'allows everything' : undefined}>
      <Field label="Endpoint policy" labelHidden>
        <TextArea mono rows={8} value={value.policy ?? ''} onChange={(text) => set({ resource: id, path: ['policy'], value: text.trim() === '' ? undefined : text }, `policy ${id}`)} />
      </Field>
    </Section>
  );
}
