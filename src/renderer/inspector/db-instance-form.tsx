import { databaseEnginePorts } from '@core/aws/well-known-ports.ts';
import { explainInstanceType } from '@core/aws/instance-types.ts';
import { engineNames } from '@core/drawing/names.ts';
import { setDbSubnetGroup } from '@core/editing/db-subnet-groups.ts';
import { interfacesOf } from '@core/editing/members.ts';
import { setMultiAz } from '@core/editing/set-multi-az.ts';
import { Field } from '../controls/field.tsx';
import { NumberInput } from '../controls/number-input.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { Switch } from '../controls/switch.tsx';
import type { FormProps } from './parts/form-props.ts';
import { GroupChips } from './parts/group-chips.tsx';
import { findOfKind } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { PlainField } from './parts/plain-field.tsx';
import { Sentence } from './parts/remark.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { ResourceSelect } from './parts/resource-select.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { StateSelect } from './parts/state-select.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { setEngine } from './set-engine.ts';

const HIGHEST_PORT = 65_535;
const STATES = ['available', 'backing-up', 'creating', 'modifying', 'rebooting', 'starting', 'stopping', 'stopped', 'failed', 'deleting'] as const;

/** An RDS DB instance: engine and port, its standby, who may reach it. */
export function DbInstanceForm({ id, value }: FormProps<'db-instance'>) {
  const design = useDesign();
  const vpc = findOfKind(design, value.subnetGroup, 'db-subnet-group')?.vpc ?? findOfKind(design, interfacesOf(design, id)[0]?.value.subnet, 'subnet')?.vpc;
  return (
    <>
      <EngineSection id={id} value={value} />
      <AvailabilitySection id={id} value={value} />
      <Section title="Security groups">
        <GroupChips target={id} groups={value.securityGroups} vpc={vpc} />
      </Section>
    </>
  );
}

function EngineSection({ id, value }: FormProps<'db-instance'>) {
  const { edit, set } = useEdit();
  const engines = [...new Set([...Object.keys(databaseEnginePorts), value.engine])].map((engine) => ({
    value: engine,
    label: engineNames[engine] ?? engine,
    detail: engine,
  }));
  return (
    <Section title="Database">
      <div className={styles.stack}>
        <Field label="Engine">
          <Select
            shape="wide"
            value={value.engine}
            choices={engines}
            onChange={(engine) => engine !== value.engine && edit((now) => setEngine(now, { dbInstance: id, engine }))}
          />
        </Field>
        <Field label="Port">
          <NumberInput mono plain value={value.port} min={1} max={HIGHEST_PORT} onCommit={(port) => set({ resource: id, path: ['port'], value: port })} />
        </Field>
        <PlainField
          label="Instance class"
          mono
          placeholder="db.m6g.large"
          value={value.instanceClass ?? ''}
          hint={value.instanceClass === undefined ? undefined : explainInstanceType(value.instanceClass)?.summary}
          onCommit={(text) => set({ resource: id, path: ['instanceClass'], value: text.trim() === '' ? undefined : text.trim() })}
        />
        <StateSelect id={id} value={value.state} states={STATES} />
      </div>
    </Section>
  );
}

function AvailabilitySection({ id, value }: FormProps<'db-instance'>) {
  const design = useDesign();
  const { edit, set } = useEdit();
  const interfaces = interfacesOf(design, id);
  return (
    <>
      <Section title="Availability">
        <SettingRow
          label="Multi-AZ"
          value={value.multiAz ? 'with a standby' : 'one zone'}
          end={
            <Switch
              label="Multi-AZ"
              labelHidden
              checked={value.multiAz}
              onChange={(multiAz) => edit((now, random) => setMultiAz(now, { dbInstance: id, multiAz, random }))}
            />
          }
        />
        <SettingRow label="Zone" value={value.availabilityZone ?? 'not known'} />
        <ResourceSelect
          label="Subnet group"
          value={value.subnetGroup}
          kinds={['db-subnet-group']}
          none="none"
          onChange={(dbSubnetGroup) => edit((now) => setDbSubnetGroup(now, { dbInstance: id, dbSubnetGroup }))}
        />
        <SettingRow
          label="Public access"
          value={value.publiclyAccessible ? 'on' : 'off'}
          end={
            <Switch
              label="Publicly accessible"
              labelHidden
              checked={value.publiclyAccessible}
              onChange={(on) => set({ resource: id, path: ['publiclyAccessible'], value: on })}
            />
          }
        />
      </Section>
      <Section title="Addresses" end={interfaces.length > 1 ? 'primary and standby' : undefined}>
        <LineList label="Addresses" none="Its address is not known: any address of its zone in the subnet group stands for it.">
          {interfaces.map((entry) => (
            <ResourceLine
              key={entry.id}
              id={entry.id}
              end={`${entry.value.attachment?.role ?? 'primary'}, ${Object.values(entry.value.addresses)[0]?.address ?? 'no address'}`}
            />
          ))}
        </LineList>
        {value.multiAz && <Sentence>When the primary’s zone fails, the standby takes over under the same name.</Sentence>}
      </Section>
    </>
  );
}
