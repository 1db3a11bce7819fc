import { documentation } from '../../aws/documentation-links.ts';
import { UDP, TCP } from '../../address/protocol.ts';
import { groupMatchRules } from '../../filtering/security-group.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly listener: string;
  readonly groups: string;
}

/** Whether some rule of the groups lets some address in on a port. */
function isOpen(lookup: Lookup, { groups, unknownGroups }: InterfaceEntry, given: { readonly protocol: number; readonly port: number }): boolean {
  const { protocol, port } = given;
  const boxes = groups.flatMap((group) => ([4, 6] as const).flatMap((family) => groupMatchRules(lookup, group, { direction: 'inbound', family }).flatMap((rule) => rule.boxes)));
  const isNetworkLoadBalancerBare = groups.length === 0;
  return isNetworkLoadBalancerBare || unknownGroups.length > 0 || boxes.some((box) => box.protocol[0] <= protocol && protocol < box.protocol[1] && box.destinationPort[0] <= port && port < box.destinationPort[1]);
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.loadBalancers.values()) {
    const [node] = interfaces;
    if (!node) continue;
    for (const [row, { protocol, port }] of Object.entries(value.listeners)) {
      if (isOpen(lookup, node, { protocol: protocol === 'UDP' ? UDP : TCP, port })) continue;
      const groups = nameList(node.groups.map((group) => nameOf(lookup, group.id)));
      yield { evidence: [{ at: id, row }, ...node.groups.map((group) => ({ at: group.id }))], namedBy: 1, facts: { name: nameOf(lookup, id), listener: `${protocol} ${port}`, groups } };
    }
  }
}

export const listenerPortClosed = defineRule<Facts>({
  id: 'listener-port-closed',
  area: 'gateways',
  severity: 'error',
  why: 'The security groups of a load balancer decide before its listeners do: a port that no rule lets in never reaches its listener.',
  learnMore: documentation.loadBalancerGroups,
  check,
  explain: ({ name, listener, groups }) => `${name} listens on ${listener}, but no inbound rule of ${groups} lets that port in; add one.`,
});
