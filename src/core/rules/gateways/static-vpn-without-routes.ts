import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { isGone } from '../../model/life-cycle.ts';
import type { OnPremisesNetwork, VpnConnection } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly connection: Entry<VpnConnection>;
  readonly name: string;
  readonly customerGateway: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const connection of lookup.byKind['vpn-connection']) {
    const { value } = connection;
    // Behind a transit gateway the routes are in the gateway's own tables.
    const isVirtualPrivate = value.gateway === undefined || lookup.resource(value.gateway)?.kind === 'virtual-private-gateway';
    if (isGone(value) || !isVirtualPrivate || value.routing !== 'static' || Object.keys(value.staticRoutes).length > 0) continue;
    yield { evidence: [{ at: connection.id }], facts: { connection, name: nameOf(lookup, connection.id), customerGateway: nameOf(lookup, value.customerGateway) } };
  }
}

function networkBehind(lookup: Lookup, { value }: Entry<VpnConnection>): OnPremisesNetwork | undefined {
  const customerGateway = lookup.resource(value.customerGateway);
  const network = customerGateway?.kind === 'customer-gateway' && customerGateway.onPremises !== undefined ? lookup.resource(customerGateway.onPremises) : undefined;
  return network?.kind === 'on-premises-network' ? network : undefined;
}

function fix({ connection, name }: Facts, lookup: Lookup): readonly Fix[] {
  const blocks = Object.values(networkBehind(lookup, connection)?.cidrs ?? {}).map(({ cidr }) => cidr);
  if (blocks.length === 0) return [];
  const routes = Object.fromEntries(blocks.map((cidr, index) => [`static-${index + 1}`, { cidr }]));
  return [{ title: `Add the static routes ${blocks.join(', ')} to ${name}`, patch: replaceValue([connection.id, 'staticRoutes'], connection.value.staticRoutes, routes) }];
}

export const staticVpnWithoutRoutes = defineRule<Facts>({
  id: 'static-vpn-without-routes',
  area: 'gateways',
  severity: 'error',
  why: 'With static routing AWS sends into a VPN connection only what its static routes name; without one nothing goes through.',
  learnMore: documentation.vpnRouting,
  check,
  explain: ({ name, customerGateway }) => `${name} uses static routing and has no static route, so nothing is sent to ${customerGateway}; add the blocks of the network behind it.`,
  fix,
});
