import { rowEntries } from '@core/editing/rows.ts';
import type { NatGateway } from '@core/model/resources/index.ts';
import { useAppState } from '../app/app-context.ts';
import { Section } from '../controls/section.tsx';
import { Switch } from '../controls/switch.tsx';
import { factsOf } from '../store/report-slice.ts';
import type { FormProps } from './parts/form-props.ts';
import { nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { Remark, Sentence } from './parts/remark.tsx';
import { ResourceLink } from './parts/resource-line.tsx';
import { RoutesTo } from './parts/routes-to.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { StateSelect } from './parts/state-select.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

const STATES = ['pending', 'available', 'failed', 'deleting', 'deleted'] as const;

/** What it means that the design has no address of a NAT gateway. */
export const sayWithoutAddress = (connectivity: NatGateway['connectivity']): string =>
  connectivity === 'public' ? 'It has no Elastic IP address, so nothing gets out to the internet through it.' : 'No address of it is in the design.';

/** A NAT gateway: where it stands, its addresses, and who goes out through it. */
export function NatGatewayForm({ id, value }: FormProps<'nat-gateway'>) {
  return (
    <>
      <Section title="NAT gateway">
        <SettingRow label="Type" value={value.connectivity} end="fixed when created" />
        {value.subnet !== undefined && <SettingRow label="Subnet" value={<ResourceLink id={value.subnet} />} />}
        {value.availability === 'regional' && <RegionalSettings id={id} value={value} />}
        {value.vpc !== undefined && <SettingRow label="VPC" value={<ResourceLink id={value.vpc} />} />}
        <StateSelect id={id} value={value.state} states={STATES} />
        <Standing id={id} value={value} />
      </Section>
      <Section title="Addresses">
        {Object.keys(value.addresses).length === 0 && <Sentence>{sayWithoutAddress(value.connectivity)}</Sentence>}
        {rowEntries(value.addresses).map(([row, { privateAddress, publicAddress, availabilityZone }]) => (
          <div key={row}>
            {value.availability === 'regional' ? (
              <SettingRow label="Zone" value={availabilityZone ?? 'not known'} />
            ) : (
              <SettingRow label="Private IPv4" value={privateAddress === undefined ? 'not known' : <span className={styles.mono}>{privateAddress}</span>} />
            )}
            {value.connectivity === 'public' && (
              <SettingRow label="Elastic IP" glyph="elastic-ip" value={publicAddress === undefined ? 'none' : <span className={styles.mono}>{publicAddress}</span>} />
            )}
          </div>
        ))}
      </Section>
      <RoutesTo target={id} none="No route leads to it, so nobody goes out through it." />
    </>
  );
}

/** Whether AWS adds a zone by itself (VPC User Guide, nat-gateways-regional), and the table that is its own. */
function RegionalSettings({ id, value }: FormProps<'nat-gateway'>) {
  const { set } = useEdit();
  return (
    <>
      <SettingRow label="Availability" value="regional" end="fixed when created" />
      <SettingRow
        label="Expands to new zones"
        end={
          <Switch
            label="Expands to new zones"
            labelHidden
            checked={value.autoProvisionZones ?? false}
            onChange={(on) => set({ resource: id, path: ['autoProvisionZones'], value: on })}
          />
        }
      />
      {value.routeTable !== undefined && <SettingRow label="Route table" value={<ResourceLink id={value.routeTable} />} />}
    </>
  );
}

/** A public NAT gateway needs a public subnet under it (VPC User Guide, vpc-nat-gateway). */
function Standing({ value }: FormProps<'nat-gateway'>) {
  const design = useDesign();
  const fact = useAppState(({ report }) => (value.subnet === undefined ? undefined : factsOf(report, value.subnet)));
  if (value.availability === 'regional')
    return <Sentence>It serves the zones in which it has an address, and needs no public subnet.</Sentence>;
  if (value.connectivity === 'private') return <Sentence>It translates within private networks; an internet gateway drops what it sends.</Sentence>;
  if (fact?.kind !== 'subnet' || fact.exposure === 'public' || value.subnet === undefined)
    return <Sentence>It opens connections outwards and accepts none from outside.</Sentence>;
  return (
    <Remark answer="warn">
      {nameOf(design, value.subnet)} is {fact.exposure}: a public NAT gateway reaches the internet from a public subnet only.
    </Remark>
  );
}
