import type { Lookup } from '../lookup/entries.ts';
import type { Forwarding, TargetLeg } from '../tracing/services/forward-to-targets.ts';
import { isServiceStandIn } from '../lookup/stand-in-addresses.ts';
import { nameOfEnd } from '../tracing/names.ts';
import { asRowId } from '../model/ids.ts';
import type { Case } from './case.ts';

const isReached = ({ outcomes }: TargetLeg): boolean => outcomes.length > 0 && outcomes.every(({ blocks }) => blocks.length === 0);

interface Seen {
  readonly name: string;
  readonly zones: Set<string>;
  isReached: boolean;
}

/** Each target once, though every node hands on to it. */
function targetsOf(lookup: Lookup, forwardings: readonly Forwarding[]): readonly Seen[] {
  const seen = new Map<string, Seen>();
  for (const leg of forwardings.flatMap(({ legs }) => legs)) {
    if (leg.target.end.kind === 'own-answer') continue;
    const { group, target, port } = leg.target;
    const key = `${group ?? ''} ${target} ${port}`;
    const known: Seen = seen.get(key) ?? { name: nameOfEnd(lookup, target), zones: new Set(), isReached: false };
    seen.set(key, known);
    if (isReached(leg)) known.isReached = true;
    else known.zones.add(leg.zone);
  }
  return [...seen.values()];
}

const listOf = (names: readonly string[]): string => (names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`);

function assumeReach(lookup: Lookup, balancer: string, forwardings: readonly Forwarding[]): readonly string[] {
  const targets = targetsOf(lookup, forwardings);
  const reached = targets.filter((target) => target.isReached);
  if (reached.length === 0) return [];
  const name = lookup.nameOf(balancer);
  const missed = targets.filter((target) => !target.isReached);
  const zones = new Set(reached.flatMap((target) => [...target.zones]));
  const zonesLeft = [...zones].filter((zone) => forwardings.every(({ legs }) => legs.every((leg) => leg.zone !== zone || !isReached(leg))));
  return [
    ...(missed.length === 0 ? [] : [`${name} reaches ${reached.length} of ${targets.length} targets; not ${listOf(missed.map((target) => target.name))}.`]),
    ...(zonesLeft.length === 0 ? [] : [`${name} has no target it reaches from zone ${zonesLeft.join(' and ')}; its node there is taken to be out of its name's addresses.`]),
  ];
}

function assumeAboutTargets(lookup: Lookup, { legs }: Forwarding): readonly string[] {
  return legs.flatMap(({ target, isHealthReached }) => {
    const name = nameOfEnd(lookup, target.target);
    return [
      ...(target.end.kind === 'lambda' ? [`${target.target} is a Lambda function: the load balancer calls it, which takes a permission and no network path.`] : []),
      ...(target.end.kind === 'own-answer' ? [`The load balancer answers with a ${target.target.replace('-', ' ')} itself where no rule says otherwise, so it needs no target.`] : []),
      ...(target.health === 'unhealthy' || target.health === 'draining' ? [`${name} was ${target.health} when the design was imported; the verdict is about the network.`] : []),
      ...(isHealthReached ? [] : [`The health check of ${name} on port ${target.healthPort} does not get through, so it counts as unhealthy.`]),
    ];
  });
}

/** With no healthy target, load balancers of today hand requests to all of them; a Classic one answers by itself (target-group-health-checks). */
function assumeFailOpen(lookup: Lookup, { loadBalancer, legs }: Forwarding): readonly string[] {
  const targets = legs.flatMap(({ target }) => (target.group === undefined ? [] : [{ group: target.group, health: target.health }]));
  return [...new Set(targets.map(({ group }) => group))].flatMap((group) => {
    const isOpen = targets.every((target) => target.group !== group || target.health === 'unhealthy');
    return isOpen ? [`All targets of ${lookup.nameOf(group)} were unhealthy when the design was imported; ${lookup.nameOf(loadBalancer)} then hands requests to all of them.`] : [];
  });
}

function assumeAboutRules(lookup: Lookup, { loadBalancer, listener }: Forwarding): readonly string[] {
  const balancer = lookup.loadBalancers.get(loadBalancer)?.value;
  const groups = balancer?.listeners[asRowId(listener)]?.targetGroups ?? [];
  if (groups.length < 2) return [];
  return [`Rules of ${lookup.nameOf(loadBalancer)} choose between ${groups.length} target groups; a request is taken to match whichever is reached.`];
}

function assumeAboutService({ to }: Case): readonly string[] {
  if (to.kind !== 'service') return [];
  const isStandIn = to.ranges.some(([first]) => isServiceStandIn(first));
  return isStandIn ? [`The addresses of ${to.service} are not in the design; its prefix list and rules for all addresses are taken to hold them.`] : [];
}

function assumeAboutNodes({ lookup, to }: Case): readonly string[] {
  if (to.kind !== 'interfaces') return [];
  const [standIn] = to.interfaces.filter(({ isStandIn }) => isStandIn === true);
  const [service] = to.interfaces.flatMap(({ holder }) => (holder.kind === 'service' ? [holder.owner] : []));
  return [
    ...(standIn ? [`The addresses of ${lookup.nameOf(standIn.id)} are not in the design; any free address of its subnets stands for one.`] : []),
    ...(service === undefined ? [] : [`What listens behind the interface is known to its service (${service.replaceAll('_', ' ')}) alone; the verdict is about the network.`]),
  ];
}

/** What an answer rests on where load balancers and services are on the way. */
export function assumeAboutServices(given: Case): readonly string[] {
  const { lookup, outcomes } = given;
  const forwardings = outcomes.flatMap(({ forwarding }) => forwarding ?? []);
  const balancers = new Map<string, Forwarding[]>();
  for (const forwarding of forwardings) balancers.set(forwarding.loadBalancer, [...(balancers.get(forwarding.loadBalancer) ?? []), forwarding]);
  const assumptions = [
    ...assumeAboutNodes(given),
    ...assumeAboutService(given),
    ...[...balancers].flatMap(([balancer, each]) => assumeReach(lookup, balancer, each)),
    ...forwardings.flatMap((forwarding) => [...assumeAboutRules(lookup, forwarding), ...assumeFailOpen(lookup, forwarding), ...assumeAboutTargets(lookup, forwarding)]),
  ];
  return [...new Set(assumptions)];
}
