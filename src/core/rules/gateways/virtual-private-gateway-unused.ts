import { documentation } from '../../aws/documentation-links.ts';
import { waysTo } from '../../lookup/direct-connect.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { callsThatWouldTell } from '../../lookup/told-connections.ts';
import { isGone } from '../../model/life-cycle.ts';
import type { VirtualPrivateGateway } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo } from '../facts/uses.ts';
import { deleteResource } from '../fixes/delete-resource.ts';

interface Facts {
  readonly gateway: Entry<VirtualPrivateGateway>;
  readonly name: string;
  readonly reason: 'no-connection' | 'detached';
}

/** A design that was imported before Direct Connect was understood keeps it whole. */
const DIRECT_CONNECT: ReadonlySet<string> = new Set(['virtual-interface', 'direct-connect-gateway']);

function judge(lookup: Lookup, { id, value }: Entry<VirtualPrivateGateway>): Facts['reason'] | undefined {
  const connections = (lookup.vpnConnectionsOfGateway.get(id) ?? []).filter((connection) => connection.value.state !== 'deleted');
  if (connections.length === 0 && waysTo(lookup, id).length === 0) return callsThatWouldTell(lookup, id).length > 0 ? undefined : 'no-connection';
  // A route that names a detached gateway leads to nothing, and the rule about such routes tells it.
  return value.vpc === undefined && !routesTo(lookup).has(id) ? 'detached' : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.byKind.unmodelled.some(({ value }) => DIRECT_CONNECT.has(value.type))) return;
  for (const gateway of lookup.byKind['virtual-private-gateway']) {
    const reason = isGone(gateway.value) ? undefined : judge(lookup, gateway);
    if (reason) yield { evidence: [{ at: gateway.id }], facts: { gateway, name: nameOf(lookup, gateway.id), reason }, severity: reason === 'detached' ? 'warning' : 'advice' };
  }
}

export const virtualPrivateGatewayUnused = defineRule<Facts>({
  id: 'virtual-private-gateway-unused',
  area: 'gateways',
  severity: 'advice',
  why: 'A virtual private gateway joins a VPC with a VPN connection or Direct Connect; while either is missing it leads nowhere.',
  learnMore: documentation.vpnOverview,
  check,
  explain: ({ name, reason }) =>
    reason === 'detached' ? `${name} has a way to on-premises but is attached to no VPC; attach it to the VPC that should be reached.` : `${name} has no VPN connection and no Direct Connect, so nothing lies behind it; connect a customer gateway, or delete it.`,
  fix: ({ gateway, reason }, lookup) => (reason === 'detached' ? [] : deleteResource(lookup, gateway, 'Changes no traffic: nothing is connected to it.')),
});
