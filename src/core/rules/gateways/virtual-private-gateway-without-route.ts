import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo } from '../facts/uses.ts';

interface Facts {
  readonly name: string;
  readonly vpc: string;
  readonly connection: string;
}

const isPropagated = (lookup: Lookup, vpc: VpcEntry, gateway: ResourceId): boolean =>
  lookup.byKind['route-table'].some(({ value }) => value.vpc === vpc.id && value.propagatingGateways.includes(gateway));

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const vpc of lookup.vpcs.values()) {
    for (const gateway of vpc.virtualPrivateGateways) {
      const [connection] = lookup.vpnConnectionsOfGateway.get(gateway) ?? [];
      if (!connection || vpc.subnets.length === 0 || routesTo(lookup).has(gateway) || isPropagated(lookup, vpc, gateway)) continue;
      yield { evidence: [{ at: gateway }, { at: vpc.id }], facts: { name: nameOf(lookup, gateway), vpc: nameOf(lookup, vpc.id), connection: nameOf(lookup, connection.id) } };
    }
  }
}

export const virtualPrivateGatewayWithoutRoute = defineRule<Facts>({
  id: 'virtual-private-gateway-without-route',
  area: 'gateways',
  severity: 'warning',
  why: 'What comes in by VPN is answered by the route tables of the subnets: without a static or propagated route to the gateway no reply finds its way back.',
  learnMore: documentation.vpnRouting,
  check,
  explain: ({ name, vpc, connection }) => `${name} connects ${vpc} by ${connection}, but no route table of ${vpc} leads to it; turn on propagation or add routes for the far network.`,
});
