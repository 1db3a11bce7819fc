import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { NatGateway, RouteTable } from '../../model/resources/index.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { nextPublicAddress } from '../free-addresses.ts';
import { internetGatewayOf, zonesOf } from '../members.ts';
import { uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { makeRouteTable } from './add-rules.ts';
import { refusePlace, type Adder } from './adding.ts';

/** The table that AWS makes with a regional NAT gateway: it leads to the internet gateway of the VPC. */
function makeOwnTable(draft: Draft, vpc: ResourceId, name: string): ResourceId {
  const table = makeRouteTable(draft, vpc, uniqueName(draft.design, `rtb-${name}`));
  const gateway = internetGatewayOf(draft.design, vpc);
  const routes: RouteTable['routes'] = gateway === undefined ? {} : { [asRowId('route-1')]: { destination: '0.0.0.0/0', target: gateway, origin: 'static' } };
  draft.change(table, 'route-table', { routes });
  return table;
}

/** Gives the gateway a public address in each zone, one after another so that no two are the same. They are AWS's own: in automatic mode it takes and releases them. */
function giveAddresses(draft: Draft, gateway: ResourceId, zones: readonly string[]): void {
  for (const [index, availabilityZone] of zones.entries()) {
    const { addresses } = draft.need(gateway, 'nat-gateway');
    const address: NatGateway['addresses'][string & keyof NatGateway['addresses']] = { publicAddress: nextPublicAddress(draft.design), availabilityZone, primary: index === 0 };
    draft.change(gateway, 'nat-gateway', { addresses: { ...addresses, [asRowId(`address-${index + 1}`)]: address } });
  }
}

/**
 * Gives the VPC dropped on a regional NAT gateway in automatic mode: a public address in each of its zones, and a table
 * of its own. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export const addRegionalNatGateway: Adder = (draft, { container, at, name }) => {
  const vpc = containerOf(container, 'vpc') ?? refusePlace('regional-nat-gateway', container);
  const zones = zonesOf(draft.design, vpc.id);
  if (zones.length === 0) refuse(`${vpc.value.name} has no Availability Zone yet; a regional NAT gateway serves the zones of its VPC.`);
  const title = name ?? uniqueName(draft.design, `nat-${vpc.value.name}`);
  const id = draft.add('nat', { kind: 'nat-gateway', name: title, connectivity: 'public', availability: 'regional', vpc: vpc.id, routeTable: makeOwnTable(draft, vpc.id, title), autoProvisionZones: true, state: 'available', addresses: {} });
  giveAddresses(draft, id, zones);
  draft.place(id, at);
  const way = internetGatewayOf(draft.design, vpc.id) === undefined ? ', without an internet gateway to send to' : '';
  return { said: `Give ${vpc.value.name} ${title}, for ${zones.length === 1 ? 'its zone' : `its ${zones.length} zones`}${way}`, select: [id] };
};
