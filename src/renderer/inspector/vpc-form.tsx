import { addressCount } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import { addPart } from '@core/editing/add-part.ts';
import { listResources } from '@core/editing/draft.ts';
import { blocksOf, internetGatewayOf, subnetsOf, virtualPrivateGatewayOf, zonesOf } from '@core/editing/members.ts';
import { countOf } from '@core/editing/nouns.ts';
import type { PartId } from '@core/editing/parts.ts';
import { zoneKey } from '@core/drawing/node-keys.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { Section } from '../controls/section.tsx';
import { Switch } from '../controls/switch.tsx';
import { factsOf } from '../store/report-slice.ts';
import { AddressBar } from './blocks/address-bar.tsx';
import { OwnExclusionSection } from './edges/own-exclusion-section.tsx';
import type { FormProps } from './parts/form-props.ts';
import styles from './parts/parts.module.css';
import { LineList, ResourceLine, ResourceLink } from './parts/resource-line.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { VpcBlocks } from './vpc-blocks.tsx';
import { VpcIpv6Section } from './vpc-ipv6-section.tsx';
import { VpcNeighbours } from './vpc-neighbours.tsx';

/** A VPC: its blocks, how much of them is allocated, its gateways, defaults, DNS and zones. */
export function VpcForm({ id, value }: FormProps<'vpc'>) {
  return (
    <>
      <VpcBlocks id={id} value={value} />
      <AllocationSection id={id} value={value} />
      <GatewaySection id={id} value={value} />
      <DefaultSection id={id} value={value} />
      <ZoneSection id={id} value={value} />
      <DnsSection id={id} value={value} />
      <OwnExclusionSection id={id} />
      <VpcIpv6Section id={id} value={value} />
      <VpcNeighbours id={id} value={value} />
    </>
  );
}

function AllocationSection({ id, value }: FormProps<'vpc'>) {
  const fact = useAppState(({ report }) => factsOf(report, id));
  const design = useDesign();
  if (fact?.kind !== 'vpc') return null;
  const all = blocksOf(value).reduce((sum, block) => sum + addressCount(block), 0);
  return (
    <Section title="Allocation" end={`${formatCount(all)} in all`}>
      <AddressBar
        parts={[
          { kind: 'used', count: fact.allocated, word: `in ${countOf(subnetsOf(design, id).length, 'subnet')}` },
          { kind: 'free', count: fact.free, word: 'free' },
        ]}
      />
    </Section>
  );
}

function GatewaySection({ id }: FormProps<'vpc'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const internet = internetGatewayOf(design, id);
  const virtual = virtualPrivateGatewayOf(design, id);
  const regional = listResources(design, 'nat-gateway').filter(({ value }) => value.vpc === id && value.availability === 'regional');
  const attached = [internet, virtual].filter((gateway) => gateway !== undefined);
  const add = (part: PartId) => () => edit((now, random) => addPart(now, { part, container: id, random }));
  return (
    <Section title="Gateways">
      <LineList label="Gateways" none="No gateway is attached, so nothing leaves this VPC.">
        {[
          ...attached.map((gateway) => <ResourceLine key={gateway} id={gateway} end="attached" />),
          ...regional.map((gateway) => <ResourceLine key={gateway.id} id={gateway.id} end="regional" />),
        ]}
      </LineList>
      {(internet === undefined || virtual === undefined || regional.length === 0) && (
        <div className={styles.buttons}>
          {internet === undefined && (
            <Button glyph="plus" onClick={add('internet-gateway')}>
              Internet gateway
            </Button>
          )}
          {virtual === undefined && (
            <Button glyph="plus" onClick={add('virtual-private-gateway')}>
              Virtual private gateway
            </Button>
          )}
          {regional.length === 0 && (
            <Button glyph="plus" onClick={add('regional-nat-gateway')}>
              Regional NAT gateway
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}

function DefaultSection({ value }: FormProps<'vpc'>) {
  const { mainRouteTable, defaultNetworkAcl, defaultSecurityGroup } = value;
  const link = (id: string | undefined) => (id === undefined ? 'not known' : <ResourceLink id={id} />);
  return (
    <Section title="Defaults">
      <SettingRow label="Main table" glyph="route-table" value={link(mainRouteTable)} />
      <SettingRow label="Default ACL" glyph="network-acl" value={link(defaultNetworkAcl)} />
      <SettingRow label="Default group" glyph="security-group" value={link(defaultSecurityGroup)} />
    </Section>
  );
}

function ZoneSection({ id }: FormProps<'vpc'>) {
  const design = useDesign();
  const store = useStore();
  const { edit } = useEdit();
  const zones = zonesOf(design, id);
  const subnets = subnetsOf(design, id);
  return (
    <Section title="Availability Zones" end={`${zones.length}`}>
      <LineList label="Availability Zones" none="No zone is drawn in this VPC yet.">
        {zones.map((zone) => (
          <li key={zone} className={styles.line}>
            <Glyph id="availability-zone" hue="own" />
            <button type="button" className={styles.link} onClick={() => store.select([zoneKey(id, zone)])}>
              {zone}
            </button>
            <span className={styles.end}>{countOf(subnets.filter(({ value }) => value.availabilityZone === zone).length, 'subnet')}</span>
          </li>
        ))}
      </LineList>
      <div className={styles.buttons}>
        <Button glyph="plus" onClick={() => edit((now, random) => addPart(now, { part: 'availability-zone', container: id, random }))}>
          Add zone
        </Button>
      </div>
    </Section>
  );
}

function DnsSection({ id, value }: FormProps<'vpc'>) {
  const { set } = useEdit();
  const row = (label: string, field: 'enableDnsSupport' | 'enableDnsHostnames') => (
    <SettingRow
      label={label}
      end={<Switch label={label} labelHidden checked={value[field]} onChange={(on) => set({ resource: id, path: [field], value: on })} />}
    />
  );
  return (
    <Section title="DNS">
      {row('DNS resolution', 'enableDnsSupport')}
      {row('DNS hostnames', 'enableDnsHostnames')}
    </Section>
  );
}
