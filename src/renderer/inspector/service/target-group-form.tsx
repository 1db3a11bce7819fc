import { listResources } from '@core/editing/draft.ts';
import { addTarget, removeTarget } from '@core/editing/load-balancers.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { asResourceId } from '@core/model/ids.ts';
import { Field } from '../../controls/field.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { NumberInput } from '../../controls/number-input.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { Switch } from '../../controls/switch.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { Sentence } from '../parts/remark.tsx';
import { LineList, ResourceLine } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

const HIGHEST_PORT = 65_535;
/** Over which family a load balancer speaks to the targets (ELBv2 API, CreateTargetGroup, `IpAddressType`). */
const FAMILIES = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;
const PROTOCOLS = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP'] as const;

/** A target group: protocol and port, its targets, and which listeners hand on to it. */
export function TargetGroupForm({ id, value }: FormProps<'target-group'>) {
  return (
    <>
      <SettingsSection id={id} value={value} />
      <TargetsSection id={id} value={value} />
      <UsedBy id={id} />
    </>
  );
}

function SettingsSection({ id, value }: FormProps<'target-group'>) {
  const { set } = useEdit();
  return (
    <Section title="Target group">
      <SettingRow label="Targets are" value={value.targetType} end="fixed when created" />
      {value.targetType !== 'lambda' && (
        <SettingRow
          label="IP addresses"
          value={
            Object.keys(value.targets).length > 0 ? (
              FAMILIES[value.ipAddressType ?? 'ipv4']
            ) : (
              <Select
                label="IP addresses"
                size="small"
                shape="plain"
                value={value.ipAddressType ?? 'ipv4'}
                choices={[
                  { value: 'ipv4', label: FAMILIES.ipv4 },
                  { value: 'ipv6', label: FAMILIES.ipv6 },
                ]}
                onChange={(type) => set({ resource: id, path: ['ipAddressType'], value: type === 'ipv4' ? undefined : type })}
              />
            )
          }
          end={Object.keys(value.targets).length > 0 ? 'fixed once it has targets' : undefined}
        />
      )}
      <SettingRow
        label="Protocol"
        value={<Select label="Protocol" size="small" shape="plain" value={value.protocol} placeholder="none" choices={PROTOCOLS.map((word) => ({ value: word, label: word }))} onChange={(word) => set({ resource: id, path: ['protocol'], value: word })} />}
      />
      <Field label="Port">
        <NumberInput mono plain value={value.port} min={1} max={HIGHEST_PORT} onCommit={(port) => set({ resource: id, path: ['port'], value: port })} />
      </Field>
      <Field label="Health check port" hint="Without one, the port that traffic uses.">
        <NumberInput mono plain value={value.healthCheck?.port} min={1} max={HIGHEST_PORT} onCommit={(port) => set({ resource: id, path: ['healthCheck'], value: { ...value.healthCheck, port } })} />
      </Field>
      <SettingRow
        label="Client addresses"
        value={value.preserveClientIp === undefined ? 'AWS’s default' : value.preserveClientIp ? 'kept' : 'replaced'}
        end={<Switch label="A Network Load Balancer keeps client addresses" labelHidden checked={value.preserveClientIp ?? (value.targetType === 'instance')} onChange={(isOn) => set({ resource: id, path: ['preserveClientIp'], value: isOn })} />}
      />
    </Section>
  );
}

function TargetsSection({ id, value }: FormProps<'target-group'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const rows = rowEntries(value.targets);
  const registered = new Set(rows.map(([, { target }]) => target));
  const kind = value.targetType === 'alb' ? 'load-balancer' : 'instance';
  const free = listResources(design, kind).filter((one) => !registered.has(one.id));
  const byChoice = value.targetType === 'instance' || value.targetType === 'alb';
  return (
    <Section title="Targets" end={value.targetsKnown === false ? 'not known' : `${rows.length}`}>
      {value.targetsKnown === false && <Sentence>The import does not tell its targets, so what lies behind it is undetermined.</Sentence>}
      {rows.map(([row, target]) => (
        <SettingRow
          key={row}
          label={nameOf(design, asResourceId(target.target))}
          isTight
          value={[target.port ?? value.port, target.health].filter((word) => word !== undefined).join(', ')}
          end={<IconButton glyph="close" size="small" label={`Deregister ${nameOf(design, asResourceId(target.target))}`} onClick={() => edit((now) => removeTarget(now, { targetGroup: id, row }))} />}
        />
      ))}
      {byChoice && free.length > 0 && (
        <Field label="Register">
          <Select shape="wide" value={undefined} placeholder="Choose a target" choices={free.map((one) => ({ value: one.id, label: nameOf(design, one.id) }))} onChange={(target) => edit((now) => addTarget(now, { targetGroup: id, target, ...(value.port !== undefined && { port: value.port }) }))} />
        </Field>
      )}
      {!byChoice && (
        <div className={styles.stack}>
          <PlainField label={value.targetType === 'lambda' ? 'Function ARN' : 'Address'} mono value="" onCommit={(text) => text.trim() !== '' && edit((now) => addTarget(now, { targetGroup: id, target: text.trim() }))} />
        </div>
      )}
    </Section>
  );
}

function UsedBy({ id }: { readonly id: FormProps<'target-group'>['id'] }) {
  const balancers = listResources(useDesign(), 'load-balancer').filter(({ value }) => Object.values(value.listeners).some(({ targetGroups }) => targetGroups.includes(id)));
  return (
    <Section title="Load balancers" end={`${balancers.length}`}>
      <LineList label="Load balancers" none="No listener hands on to it.">
        {balancers.map((balancer) => (
          <ResourceLine key={balancer.id} id={balancer.id} />
        ))}
      </LineList>
    </Section>
  );
}
