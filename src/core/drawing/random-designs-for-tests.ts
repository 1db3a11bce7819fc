import fc from 'fast-check';
import type { Design } from '../model/design.ts';
import { instance, makeDesign, networkInterface, region, subnet, vpc, type PlainResources } from './designs-for-tests.ts';

/** Names as people and machines write them: short, empty, generated, endless, in other scripts, with markup. */
const names = fc.oneof(
  fc.constantFrom('', 'app', 'public-a', 'public-b', 'private-1', 'db', 'ノード東京本番環境', 'שרת', '<b>&"', 'WWWWWWWW'),
  fc.stringMatching(/^[a-z]{1,12}-[0-9a-f]{8}$/),
  fc.string({ minLength: 20, maxLength: 60 }),
);
const zones = fc.constantFrom('us-east-1a', 'us-east-1b', 'us-east-1c');

const subnets = fc.array(fc.record({ name: names, zone: zones, cards: fc.nat(6), isDangling: fc.constantFrom(false, false, false, true) }), { maxLength: 9 });
const vpcs = fc.record({
  name: names,
  subnets,
  zones: fc.uniqueArray(zones),
  gateways: fc.nat(4),
  loose: fc.nat(3),
  isDangling: fc.constantFrom(false, false, true),
});
const shapes = fc.record({
  regions: fc.array(fc.record({ name: names, vpcs: fc.array(vpcs, { maxLength: 3 }), loose: fc.nat(2) }), { maxLength: 2 }),
  internets: fc.nat(2),
  clients: fc.nat(2),
  offices: fc.array(fc.record({ name: names, gateways: fc.nat(2), clients: fc.nat(2) }), { maxLength: 2 }),
});
type Shape = typeof shapes extends fc.Arbitrary<infer Value> ? Value : never;
type VpcShape = Shape['regions'][number]['vpcs'][number];

const unmodelled = (more: object): Record<string, unknown> => ({ kind: 'unmodelled', type: 'load-balancer', name: 'edge', subnets: [], data: {}, ...more });

function addSubnet(resources: PlainResources, id: string, shape: VpcShape['subnets'][number] & { readonly vpc: string; readonly block: string }): void {
  resources[id] = subnet(shape.name, shape.block, { vpc: shape.isDangling ? 'vpc-gone' : shape.vpc, availabilityZone: shape.zone });
  for (let card = 0; card < shape.cards; card += 1) {
    const of = card % 3 === 2 ? {} : { of: `i-${id}-${card}` };
    if (card % 3 !== 2) resources[`i-${id}-${card}`] = instance(`${shape.name}${card}`);
    resources[`eni-${id}-${card}`] = networkInterface({ subnet: id, address: '10.0.0.9', ...of });
  }
}

function addVpc(resources: PlainResources, id: string, { shape, region: home }: { readonly shape: VpcShape; readonly region: string }): void {
  resources[id] = vpc({ name: shape.name, region: shape.isDangling ? 'region-gone' : home, availabilityZones: shape.zones });
  shape.subnets.forEach((each, index) => addSubnet(resources, `subnet-${id}-${index}`, { ...each, vpc: id, block: `10.0.${index}.0/24` }));
  for (let index = 0; index < shape.gateways; index += 1) {
    const kind = index % 2 === 0 ? 'internet-gateway' : 'virtual-private-gateway';
    resources[`gw-${id}-${index}`] = { kind, name: `${shape.name}-gateway`, region: home, vpc: id };
  }
  for (let index = 0; index < shape.loose; index += 1) resources[`lb-${id}-${index}`] = unmodelled({ vpc: id, region: home });
}

function addOutside(resources: PlainResources, shape: Shape): void {
  for (let index = 0; index < shape.internets; index += 1) resources[`internet-${index}`] = { kind: 'internet', name: 'Internet' };
  const client = (more: object): Record<string, unknown> => ({ kind: 'client', name: 'laptop', operatingSystem: 'linux', blockedPorts: {}, ...more });
  for (let index = 0; index < shape.clients; index += 1) resources[`client-${index}`] = client({});
  shape.offices.forEach((office, place) => {
    resources[`office-${place}`] = { kind: 'on-premises-network', name: office.name, cidrs: {} };
    for (let index = 0; index < office.gateways; index += 1) {
      const id = `cgw-${place}-${index}`;
      resources[id] = { kind: 'customer-gateway', name: id, region: 'region-0', onPremises: `office-${place}` };
      resources[`vpn-${id}`] = {
        kind: 'vpn-connection',
        name: '',
        customerGateway: id,
        gateway: 'gw-vpc-0-0-1',
        routing: 'static',
        staticRoutes: {},
        tunnels: {},
        state: 'available',
      };
    }
    for (let index = 0; index < office.clients; index += 1) resources[`client-${place}-${index}`] = client({ network: `office-${place}` });
  });
}

function build(shape: Shape): Design {
  const resources: PlainResources = {};
  shape.regions.forEach((each, place) => {
    const id = `region-${place}`;
    resources[id] = region({ name: each.name });
    each.vpcs.forEach((inner, index) => addVpc(resources, `vpc-${place}-${index}`, { shape: inner, region: id }));
    for (let index = 0; index < each.loose; index += 1) resources[`tgw-${place}-${index}`] = unmodelled({ region: id });
  });
  addOutside(resources, shape);
  return makeDesign(resources);
}

/** Designs of all shapes without a layout, with references that point nowhere among them. */
export const designs: fc.Arbitrary<Design> = shapes.map(build);
