import { defaultNetworkAclRules, defaultOutboundGroupRules, newVpc } from '../../aws/defaults.ts';
import { zoneNames } from '../../aws/regions.ts';
import { asRowId, type ResourceId, type RowId } from '../../model/ids.ts';
import type { NetworkAcl, SecurityGroup } from '../../model/resources/index.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { nextVpcBlock } from '../free-addresses.ts';
import { zonesOf } from '../members.ts';
import { numberedName, uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { rowsFrom } from '../rows.ts';
import { refusePlace, type Adder } from './adding.ts';
import { regionFor } from './add-region.ts';

const NEW_VPC_PREFIX = 16;
const ZONES_OF_NEW_VPC = 2;
const FIRST_ROW = asRowId('rule-1');

const toRows = <Value>(values: readonly Value[]): Record<RowId, Value> => rowsFrom(values.map((value, index) => [asRowId(`rule-${index + 1}`), value] as const));

const allowAll = (): NetworkAcl['inbound'] => toRows(defaultNetworkAclRules(false).map((rule) => ({ ...rule })));

/** The outbound rule AWS gives every new group of a VPC without IPv6: everything, everywhere. */
export const allowAllOut = (): SecurityGroup['outbound'] =>
  toRows(defaultOutboundGroupRules(false).flatMap(({ protocol, peer }) => (peer === 'itself' ? [] : [{ protocol, peer }])));

export interface NewVpc {
  readonly name: string;
  readonly region: ResourceId;
  readonly cidr: string;
  readonly zones: readonly string[];
}

/**
 * Makes a VPC with what AWS makes along with it: a main route table, a default network ACL that allows everything (rule
 * 100), and a default security group that lets its own members in and everything out. AWS leaves the first two without a
 * name and calls every such group `default`; here each carries the VPC's name, so that a sentence can tell them apart.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 */
export function makeVpc(draft: Draft, { name, region, cidr, zones }: NewVpc): ResourceId {
  const { enableDnsSupport, enableDnsHostnames } = newVpc;
  const base = { secondaryCidrs: {}, ipv6Cidrs: {}, enableDnsSupport, enableDnsHostnames };
  const vpc = draft.add('vpc', { kind: 'vpc', name, region, cidr, availabilityZones: [...zones], ...base });
  const named = (title: string): string => uniqueName(draft.design, title);
  const mainRouteTable = draft.add('rtb', { kind: 'route-table', name: named(`rtb-${name}-main`), vpc, routes: {}, propagatingGateways: [] });
  const defaultNetworkAcl = draft.add('acl', { kind: 'network-acl', name: named(`acl-${name}-default`), vpc, inbound: allowAll(), outbound: allowAll() });
  const group: SecurityGroup = { kind: 'security-group', name: named(`default-${name}`), vpc, description: 'default VPC security group', inbound: {}, outbound: allowAllOut() };
  const defaultSecurityGroup = draft.add('sg', group);
  draft.change(defaultSecurityGroup, 'security-group', { inbound: { [FIRST_ROW]: { protocol: 'all', peer: { group: defaultSecurityGroup } } } });
  draft.change(vpc, 'vpc', { mainRouteTable, defaultNetworkAcl, defaultSecurityGroup });
  return vpc;
}

/** Adds a VPC with two zones and the next free /16 of 10.0.0.0/8; in a new us-east-1 when there is no Region. */
export const addVpc: Adder = (draft, { container, at, name }) => {
  const region = regionFor(draft, { container });
  if (region === undefined) return refusePlace('vpc', container);
  const cidr = nextVpcBlock(draft.design, NEW_VPC_PREFIX);
  if (cidr === undefined) return refuse('Every /16 of 10.0.0.0/8 is taken by a VPC or an on-premises network.');
  const title = name ?? numberedName(draft.design, 'vpc');
  const zones = zoneNames(draft.need(region, 'region').code).slice(0, ZONES_OF_NEW_VPC);
  const vpc = makeVpc(draft, { name: title, region, cidr, zones });
  draft.place(vpc, at);
  return { said: `Add VPC ${title} (${cidr}) to ${draft.nameOf(region)}`, select: [vpc] };
};

/** The next zone of the Region that the VPC does not have yet; `undefined` when it has all of them. */
export function nextZone(draft: Draft, vpc: ResourceId): string | undefined {
  const { region } = draft.need(vpc, 'vpc');
  const drawn = new Set(zonesOf(draft.design, vpc));
  return zoneNames(draft.findOf(region, 'region')?.code ?? '').find((zone) => !drawn.has(zone));
}

/** Draws the next Availability Zone of the Region in a VPC. */
export const addZone: Adder = (draft, { container, name }) => {
  const vpc = containerOf(container, 'vpc') ?? refusePlace('availability-zone', container);
  const drawn = zonesOf(draft.design, vpc.id);
  const zone = name ?? nextZone(draft, vpc.id);
  if (zone === undefined) return refuse(`${vpc.value.name} spans every Availability Zone of its Region already.`);
  if (drawn.includes(zone)) return refuse(`${vpc.value.name} has zone ${zone} already.`);
  draft.change(vpc.id, 'vpc', { availabilityZones: [...drawn, zone] });
  return { said: `Add zone ${zone} to ${vpc.value.name}`, select: [vpc.id] };
};
