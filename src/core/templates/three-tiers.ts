import { makeDbInstance } from '../editing/adding/add-db-instance.ts';
import { makeCustomerGateway } from '../editing/adding/add-gateway.ts';
import { makeInstance } from '../editing/adding/add-instance.ts';
import { makeVpnConnection } from '../editing/adding/add-vpn-connection.ts';
import { buildDesign } from '../editing/build-design.ts';
import type { Draft } from '../editing/draft.ts';
import type { Design } from '../model/design.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import type { Instance } from '../model/resources/index.ts';
import { expectAll } from './expect.ts';
import {
  allowTcp,
  EPHEMERAL,
  EVERYWHERE,
  placeGroup,
  placeInternetGateway,
  placeNatGateway,
  placeNetworkAcl,
  placeRouteTable,
  placeSubnets,
  placeVpc,
  service,
  tcpFrom,
  tcpFromGroup,
} from './network-parts.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';

const ZONES = ['us-east-1a', 'us-east-1b'] as const;
const OFFICE = '192.168.0.0/16';
/** public-a and public-b; app-a and app-b; db-a and db-b: each pair is one block. */
const TIERS = { public: '10.0.0.0/22', app: '10.0.16.0/20', db: '10.0.32.0/23' } as const;

interface Groups {
  readonly web: ResourceId;
  readonly app: ResourceId;
  readonly db: ResourceId;
}

type SubnetName = 'public-a' | 'public-b' | 'app-a' | 'app-b' | 'db-a' | 'db-b';
type Subnets = Readonly<Record<SubnetName, ResourceId>>;

function placeAllSubnets(draft: Draft, vpc: ResourceId): Subnets {
  const [a, b] = ZONES;
  return placeSubnets<SubnetName>(draft, [
    { vpc, zone: a, name: 'public-a', cidr: '10.0.0.0/23', autoAssignPublicIp: true },
    { vpc, zone: b, name: 'public-b', cidr: '10.0.2.0/23', autoAssignPublicIp: true },
    { vpc, zone: a, name: 'app-a', cidr: '10.0.16.0/21' },
    { vpc, zone: b, name: 'app-b', cidr: '10.0.24.0/21' },
    { vpc, zone: a, name: 'db-a', cidr: '10.0.32.0/24' },
    { vpc, zone: b, name: 'db-b', cidr: '10.0.33.0/24' },
  ]);
}

function placeOffice(draft: Draft, vpc: ResourceId): ResourceId {
  const { region } = draft.need(vpc, 'vpc');
  const office = draft.add('onprem', { kind: 'on-premises-network', name: 'office', cidrs: { [asRowId('cidr-1')]: { cidr: OFFICE } } });
  const gateway = draft.add('vgw', { kind: 'virtual-private-gateway', name: 'vgw-office', region, vpc, state: 'available' });
  const customerGateway = makeCustomerGateway(draft, { region, onPremises: office, name: 'cgw-office' });
  makeVpnConnection(draft, { gateway, customerGateway, name: 'vpn-office' });
  return gateway;
}

/** Public subnets go straight out; each app subnet by the NAT gateway of its own zone and to the office; databases stay inside. */
function placeRoutes(draft: Draft, vpc: ResourceId, subnets: Subnets): void {
  const gateway = placeInternetGateway(draft, vpc, 'igw-app');
  const office = placeOffice(draft, vpc);
  const natA = placeNatGateway(draft, subnets['public-a'], { name: 'nat-a', address: '10.0.0.20' });
  const natB = placeNatGateway(draft, subnets['public-b'], { name: 'nat-b', address: '10.0.2.20' });
  const open = placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway } });
  const appA = placeRouteTable(draft, vpc, { name: 'rtb-app-a', routes: { [EVERYWHERE]: natA } });
  const appB = placeRouteTable(draft, vpc, { name: 'rtb-app-b', routes: { [EVERYWHERE]: natB } });
  const closed = placeRouteTable(draft, vpc, { name: 'rtb-db', routes: {} });
  const tables: Readonly<Record<keyof Subnets, ResourceId>> = { 'public-a': open, 'public-b': open, 'app-a': appA, 'app-b': appB, 'db-a': closed, 'db-b': closed };
  for (const name of Object.keys(tables) as SubnetName[]) draft.change(subnets[name], 'subnet', { routeTable: tables[name] });
  for (const table of [appA, appB]) draft.change(table, 'route-table', { propagatingGateways: [office] });
}

function placeAcls(draft: Draft, vpc: ResourceId, subnets: Subnets): void {
  placeNetworkAcl(draft, vpc, {
    name: 'acl-public',
    inbound: [allowTcp(EVERYWHERE, 443), allowTcp(EVERYWHERE, ...EPHEMERAL), allowTcp(TIERS.app, 80)],
    outbound: [allowTcp(EVERYWHERE, 443), allowTcp(EVERYWHERE, ...EPHEMERAL), allowTcp(EVERYWHERE, 80)],
    subnets: [subnets['public-a'], subnets['public-b']],
  });
  placeNetworkAcl(draft, vpc, {
    name: 'acl-app',
    inbound: [allowTcp(TIERS.public, 80), allowTcp(OFFICE, 22), allowTcp(EVERYWHERE, ...EPHEMERAL)],
    outbound: [allowTcp(EVERYWHERE, ...EPHEMERAL), allowTcp(EVERYWHERE, 443), allowTcp(EVERYWHERE, 80)],
    subnets: [subnets['app-a'], subnets['app-b']],
  });
  placeNetworkAcl(draft, vpc, {
    name: 'acl-db',
    inbound: [allowTcp(TIERS.app, 3306)],
    outbound: [allowTcp(TIERS.app, ...EPHEMERAL)],
    subnets: [subnets['db-a'], subnets['db-b']],
  });
}

function placeGroups(draft: Draft, vpc: ResourceId): Groups {
  const web = placeGroup(draft, vpc, { name: 'web-sg', inbound: [tcpFrom(EVERYWHERE, 443)] });
  const app = placeGroup(draft, vpc, { name: 'app-sg', inbound: [tcpFromGroup(web, 80), tcpFrom(OFFICE, 22)] });
  return { web, app, db: placeGroup(draft, vpc, { name: 'db-sg', inbound: [tcpFromGroup(app, 3306)] }) };
}

const services = (...ports: readonly { readonly port: number; readonly name: string }[]): NonNullable<Instance['services']> =>
  Object.fromEntries(ports.map((port, index) => [asRowId(`service-${index + 1}`), service(port)]));

interface Machines {
  readonly web: ResourceId;
  readonly app: ResourceId;
  readonly orders: ResourceId;
}

function placeMachines(draft: Draft, subnets: Subnets, groups: Groups): Machines {
  const web = (name: string, subnet: ResourceId, address: string): ResourceId =>
    makeInstance(draft, { subnet, name, address, securityGroups: [groups.web], instanceType: 't3.small', services: services({ port: 443, name: 'nginx' }) });
  const app = (name: string, subnet: ResourceId, address: string): ResourceId =>
    makeInstance(draft, { subnet, name, address, securityGroups: [groups.app], instanceType: 'm6i.large', services: services({ port: 80, name: 'orders' }, { port: 22, name: 'sshd' }) });
  const firstWeb = web('web-1', subnets['public-a'], '10.0.0.10');
  web('web-2', subnets['public-b'], '10.0.2.10');
  const firstApp = app('app-1', subnets['app-a'], '10.0.16.11');
  app('app-2', subnets['app-a'], '10.0.16.12');
  app('app-3', subnets['app-b'], '10.0.24.11');
  app('app-4', subnets['app-b'], '10.0.24.12');
  const { vpc } = draft.need(subnets['db-a'], 'subnet');
  const subnetGroup = draft.add('dbsubnetgroup', { kind: 'db-subnet-group', name: 'orders-subnets', vpc, subnets: [subnets['db-a'], subnets['db-b']] });
  const orders = makeDbInstance(draft, { name: 'orders', subnetGroup, securityGroups: [groups.db], zone: ZONES[0], instanceClass: 'db.m6g.large', addresses: ['10.0.32.9', '10.0.33.9'] });
  return { web: firstWeb, app: firstApp, orders };
}

function expectTiers(draft: Draft, { web, app, orders }: Machines): void {
  const gateway = draft.list('virtual-private-gateway')[0]?.id ?? '';
  expectAll(draft, [
    { title: 'The shop loads', question: { from: 'internet', to: web, protocol: 'tcp', port: 443, scheme: 'https' }, verdict: 'reachable' },
    { title: 'Nobody logs in to the web tier from outside', question: { from: 'internet', to: web, protocol: 'tcp', port: 22 }, verdict: 'blocked' },
    { title: 'The web tier reaches the app tier', question: { from: web, to: app, protocol: 'tcp', port: 80, scheme: 'http' }, verdict: 'reachable' },
    { title: 'The app tier reaches the database', question: { from: app, to: orders, protocol: 'tcp', port: 3306 }, verdict: 'reachable' },
    { title: 'The web tier does not reach the database', question: { from: web, to: orders, protocol: 'tcp', port: 3306 }, verdict: 'blocked' },
    { title: 'The app tier fetches updates', question: { from: app, to: 'internet', protocol: 'tcp', port: 443 }, verdict: 'reachable' },
    { title: 'The app tier is not reached from outside', question: { from: 'internet', to: app, protocol: 'tcp', port: 80 }, verdict: 'blocked' },
    { title: 'The office logs in to the app tier', question: { from: `onprem:${gateway}:192.168.10.20`, to: app, protocol: 'tcp', port: 22 }, verdict: 'reachable' },
  ]);
}

/** The course's picture: web, app and database tiers in two zones, a NAT gateway each, an office behind a VPN. */
export function openThreeTiers(): Design {
  return buildDesign('Three tiers', repeatableNumbers(), (draft) => {
    const vpc = placeVpc(draft, { name: 'app', cidr: '10.0.0.0/16', zones: ZONES });
    const subnets = placeAllSubnets(draft, vpc);
    const machines = placeMachines(draft, subnets, placeGroups(draft, vpc));
    placeRoutes(draft, vpc, subnets);
    placeAcls(draft, vpc, subnets);
    expectTiers(draft, machines);
  });
}
