import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { lacksVpnConnections } from '../../lookup/told-connections.ts';
import type { CustomerGateway } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { deleteResource } from '../fixes/delete-resource.ts';

interface Facts {
  readonly gateway: Entry<CustomerGateway>;
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const used = new Set<string>(lookup.byKind['vpn-connection'].map(({ value }) => value.customerGateway));
  for (const gateway of lookup.byKind['customer-gateway']) {
    if (!used.has(gateway.id) && !lacksVpnConnections(lookup, gateway.id)) yield { evidence: [{ at: gateway.id }], facts: { gateway, name: nameOf(lookup, gateway.id) } };
  }
}

export const customerGatewayUnused = defineRule<Facts>({
  id: 'customer-gateway-unused',
  area: 'gateways',
  severity: 'advice',
  why: 'A customer gateway only describes the device at the far end; nothing reaches it without a VPN connection.',
  learnMore: documentation.vpnOverview,
  check,
  explain: ({ name }) => `No VPN connection uses ${name}; connect it to a virtual private gateway, or delete it.`,
  fix: ({ gateway }, lookup) => deleteResource(lookup, gateway, 'Changes no traffic: no VPN connection uses it.'),
});
