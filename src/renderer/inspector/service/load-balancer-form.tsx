import { listResources } from '@core/editing/draft.ts';
import { addListener, listenerProtocols, removeListener, setLoadBalancerSubnets } from '@core/editing/load-balancers.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { Design } from '@core/model/design.ts';
import type { LoadBalancer } from '@core/model/resources/index.ts';
import { Button } from '../../controls/button.tsx';
import type { Choice } from '../../controls/choice.ts';
import { Field } from '../../controls/field.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { NumberInput } from '../../controls/number-input.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { Switch } from '../../controls/switch.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { findOfKind, nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { Sentence } from '../parts/remark.tsx';
import { LineList, ResourceLine } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { StateSelect } from '../parts/state-select.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { CheckList } from './check-list.tsx';
import { GroupList } from './group-list.tsx';

const STATES = ['active', 'provisioning', 'active_impaired', 'failed'] as const;
const HIGHEST_PORT = 65_535;
const HTTP = 80;

/**
 * What a load balancer's nodes may have (ELBv2 API, SetIpAddressType); a Classic Load Balancer in a VPC has IPv4. IPv6 needs a
 * block of it in every subnet.
 */
export function addressTypes(design: Design, { type, subnets }: Pick<LoadBalancer, 'type' | 'subnets'>): readonly Choice[] {
  const lacking = subnets.find((subnet) => findOfKind(design, subnet, 'subnet')?.ipv6Cidr === undefined);
  const needs = lacking === undefined ? {} : { disabled: true, sentence: `${nameOf(design, lacking)} has no IPv6 block.` };
  return [
    { value: 'ipv4', label: 'IPv4' },
    ...(type === 'classic' ? [] : [{ value: 'dualstack', label: 'IPv4 and IPv6', ...needs }]),
    ...(type === 'application' ? [{ value: 'dualstack-without-public-ipv4', label: 'IPv6, and IPv4 inside alone', ...needs }] : []),
  ];
}

const OWN_ANSWERS = [
  { value: 'forward', label: 'hands on to targets' },
  { value: 'redirect', label: 'redirects' },
  { value: 'fixed-response', label: 'answers itself' },
] as const;

/** A load balancer: its scheme and subnets, its listeners, who guards it. */
export function LoadBalancerForm({ id, value }: FormProps<'load-balancer'>) {
  return (
    <>
      <SettingsSection id={id} value={value} />
      <ListenersSection id={id} value={value} />
      {value.type === 'classic' && <InstancesSection id={id} value={value} />}
      <SubnetsSection id={id} value={value} />
      <GroupList service={id} vpc={value.vpc} groups={value.securityGroups} none={value.type === 'network' ? 'Without a group it lets everything in on its listeners.' : 'It needs a group that lets clients in.'} />
    </>
  );
}

function SettingsSection({ id, value }: FormProps<'load-balancer'>) {
  const design = useDesign();
  const { set } = useEdit();
  return (
    <Section title="Load balancer">
      <SettingRow label="Type" value={value.type} end="fixed when created" />
      <SettingRow
        label="Scheme"
        value={
          <Select
            label="Scheme"
            size="small"
            shape="plain"
            value={value.scheme}
            choices={[
              { value: 'internet-facing', label: 'internet-facing' },
              { value: 'internal', label: 'internal' },
            ]}
            onChange={(scheme) => set({ resource: id, path: ['scheme'], value: scheme })}
          />
        }
      />
      <SettingRow
        label="IP addresses"
        value={
          <Select
            label="IP addresses"
            size="small"
            shape="plain"
            value={value.ipAddressType ?? 'ipv4'}
            choices={addressTypes(design, value)}
            onChange={(type) => type !== (value.ipAddressType ?? 'ipv4') && set({ resource: id, path: ['ipAddressType'], value: type })}
          />
        }
      />
      <StateSelect id={id} value={value.state} states={STATES} />
      {value.type !== 'application' && (
        <SettingRow label="Cross-zone" value={value.crossZone === true ? 'to targets of every zone' : 'to targets of its own zone'} end={<Switch label="Cross-zone load balancing" labelHidden checked={value.crossZone ?? false} onChange={(isOn) => set({ resource: id, path: ['crossZone'], value: isOn })} />} />
      )}
      <PlainField label="DNS name" mono value={value.dnsName ?? ''} onCommit={(text) => set({ resource: id, path: ['dnsName'], value: text.trim() === '' ? undefined : text.trim() })} />
    </Section>
  );
}

function ListenersSection({ id, value }: FormProps<'load-balancer'>) {
  const { edit } = useEdit();
  const rows = rowEntries(value.listeners);
  const ports = new Set(rows.map(([, { port }]) => port));
  let port = HTTP;
  while (ports.has(port)) port += 1;
  const [protocol] = listenerProtocols[value.type];
  return (
    <Section title="Listeners" end={value.listenersKnown === false ? 'not known' : `${rows.length}`}>
      {value.listenersKnown === false && <Sentence>The import does not tell its listeners, so what it takes is undetermined.</Sentence>}
      {rows.map(([row]) => (
        <ListenerRow key={row} id={id} value={value} row={row} />
      ))}
      <div className={styles.buttons}>
        <Button onClick={() => edit((now) => addListener(now, { loadBalancer: id, protocol, port, targetGroups: [], ...(value.type === 'classic' && { instanceProtocol: protocol, instancePort: port }) }))}>Add a listener</Button>
      </div>
    </Section>
  );
}

type RowOf = keyof FormProps<'load-balancer'>['value']['listeners'];

function ListenerRow({ id, value, row }: FormProps<'load-balancer'> & { readonly row: RowOf }) {
  const design = useDesign();
  const { edit, set } = useEdit();
  const listener = value.listeners[row];
  if (!listener) return null;
  const [first, ...others] = listener.targetGroups;
  const known = listResources(design, 'target-group').filter((group) => group.value.vpc === value.vpc);
  const protocols: readonly string[] = listenerProtocols[value.type];
  return (
    <div className={styles.stack} role="group" aria-label={`Listener ${listener.protocol} ${listener.port}`}>
      <SettingRow
        label="Takes"
        value={
          <Select
            label="Protocol"
            size="small"
            shape="plain"
            value={listener.protocol}
            choices={[...new Set([...protocols, listener.protocol])].map((word) => ({ value: word, label: word }))}
            onChange={(word) => set({ resource: id, path: ['listeners', row, 'protocol'], value: word })}
          />
        }
        end={<IconButton glyph="close" size="small" label={`Remove listener ${listener.port}`} onClick={() => edit((now) => removeListener(now, { loadBalancer: id, row }))} />}
      />
      <Field label="Port">
        <NumberInput mono plain value={listener.port} min={1} max={HIGHEST_PORT} onCommit={(port) => set({ resource: id, path: ['listeners', row, 'port'], value: port })} />
      </Field>
      {value.type === 'application' && (
        <SettingRow
          label="Default action"
          value={
            <Select
              label="Default action"
              size="small"
              shape="plain"
              value={listener.ownAnswer ?? 'forward'}
              choices={OWN_ANSWERS}
              onChange={(action) => set({ resource: id, path: ['listeners', row, 'ownAnswer'], value: action === 'forward' ? undefined : action })}
            />
          }
        />
      )}
      {value.type === 'classic' ? (
        <Field label="Instance port">
          <NumberInput mono plain value={listener.instancePort ?? listener.port} min={1} max={HIGHEST_PORT} onCommit={(port) => set({ resource: id, path: ['listeners', row, 'instancePort'], value: port })} />
        </Field>
      ) : (
        <Field label={listener.ownAnswer === undefined ? 'Forwards to' : 'Its rules forward to'}>
          <Select
            shape="wide"
            value={first}
            placeholder="no target group"
            choices={known.map((group) => ({ value: group.id, label: nameOf(design, group.id) }))}
            onChange={(group) => set({ resource: id, path: ['listeners', row, 'targetGroups'], value: [asResourceId(group), ...others.filter((other) => other !== group)] })}
          />
        </Field>
      )}
      {others.length > 0 && (
        <LineList label="Other target groups of its rules" none="">
          {others.map((group) => (
            <ResourceLine key={group} id={group} end="by a rule" />
          ))}
        </LineList>
      )}
    </div>
  );
}

function InstancesSection({ id, value }: FormProps<'load-balancer'>) {
  const { set } = useEdit();
  const design = useDesign();
  return (
    <Section title="Instances" end={`${value.instances?.length ?? 0}`}>
      <CheckList label="Instances" choices={listResources(design, 'instance')} chosen={value.instances ?? []} onChange={(chosen) => set({ resource: id, path: ['instances'], value: chosen })} />
    </Section>
  );
}

function SubnetsSection({ id, value }: FormProps<'load-balancer'>) {
  const { edit } = useEdit();
  const subnets = listResources(useDesign(), 'subnet').filter((subnet) => subnet.value.vpc === value.vpc);
  return (
    <Section title="Subnets" end={`${value.subnets.length}`}>
      <CheckList
        label="Subnets"
        choices={subnets.map((subnet) => ({ id: subnet.id, end: subnet.value.availabilityZone }))}
        chosen={value.subnets}
        onChange={(chosen) => edit((now) => setLoadBalancerSubnets(now, { loadBalancer: id, subnets: chosen }))}
      />
    </Section>
  );
}
