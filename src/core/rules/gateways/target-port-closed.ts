import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import { startFlights } from '../../tracing/start-flights.ts';
import { walk } from '../../tracing/walk.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { instanceOfTarget, listenerLegs, type ListenerLegs } from '../facts/balancer-legs.ts';
import { nameOf } from '../facts/names.ts';
import type { ListenerTarget } from '../../tracing/services/find-targets.ts';

interface Facts {
  readonly name: string;
  readonly target: string;
  readonly port: number;
  readonly group: string;
}

/** The group at which requests from a node to a target end, if they do. */
function closedBy(lookup: Lookup, { node, balancer, row }: ListenerLegs, target: ListenerTarget): string | undefined {
  if (target.end.kind !== 'end' || target.keepsClient) return undefined;
  const isUdp = balancer.value.listeners[asRowId(row)]?.protocol === 'UDP';
  const question = { from: balancer.id, to: target.target, protocol: isUdp ? ('udp' as const) : ('tcp' as const), port: target.port, client: 'elb' as const };
  const starts = startFlights({ kind: 'interfaces', interfaces: [node], address: undefined, via: 'private' }, target.end.end, question);
  if (!starts.ok) return undefined;
  const blocks = walk({ lookup, policy: 'strict' }, starts.value.map(({ flight }) => flight)).flatMap((flight) => flight.blocks);
  const [block] = blocks.filter(({ component, certainty, subject }) => component === 'security-group' && certainty === 'certain' && subject.direction === 'inbound');
  return block?.resource;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const leg of listenerLegs(lookup)) {
    for (const target of leg.found.targets) {
      const instance = instanceOfTarget(target);
      const group = instance && closedBy(lookup, leg, target);
      if (!instance || group === undefined) continue;
      const facts: Facts = { name: nameOf(lookup, leg.balancer.id), target: nameOf(lookup, instance.id), port: target.port, group: nameOf(lookup, group) };
      yield { evidence: [{ at: leg.balancer.id, row: leg.row }, { at: instance.id }], facts };
    }
  }
}

export const targetPortClosed = defineRule<Facts>({
  id: 'target-port-closed',
  area: 'gateways',
  severity: 'error',
  why: 'A load balancer opens connections of its own to its targets, from its own addresses: their groups have to let its group in on the port of the target and of the health check.',
  learnMore: documentation.loadBalancerGroups,
  check,
  explain: ({ name, target, port, group }) => `${name} hands on to ${target} on port ${port}, but ${group} does not let it in; add an inbound rule for the group of ${name}.`,
});
