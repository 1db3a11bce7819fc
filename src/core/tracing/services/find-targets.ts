import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { resourceOfTarget } from '../../model/service-references.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Listener, LoadBalancer, Target, TargetGroup } from '../../model/resources/index.ts';
import type { Endpoint } from '../endpoint.ts';
import { resolveDestination } from '../resolve-destination.ts';

/** Where a target is: an end of a question, a Lambda function, which is called and not connected to, the load balancer itself, which redirects or answers, or nowhere that is known. */
export type TargetEnd = { readonly kind: 'end'; readonly end: Endpoint } | { readonly kind: 'lambda' } | { readonly kind: 'own-answer' } | { readonly kind: 'gone' };

/** One target of a listener, with what the load balancer does on the way to it. */
export interface ListenerTarget {
  readonly group: ResourceId | undefined;
  readonly row: string | undefined;
  /** The id or address it was registered by. */
  readonly target: string;
  readonly end: TargetEnd;
  readonly port: number;
  readonly healthPort: number;
  readonly health: string | undefined;
  /** The zone it stands in, or is taken to stand in; nothing for one outside the VPC, which every node may use. */
  readonly zone: string | undefined;
  readonly keepsClient: boolean;
  readonly isCrossZone: boolean;
  /** The family of its target group, where that is told. */
  readonly family?: 4 | 6 | undefined;
}

/** What a listener leads to: its targets, its groups without any, and those of which they are not known. */
export interface ListenerTargets {
  readonly targets: readonly ListenerTarget[];
  readonly emptyGroups: readonly ResourceId[];
  readonly unknownGroups: readonly ResourceId[];
}

const isUdp = (protocol: string | undefined): boolean => /^(?:TCP_)?(?:UDP|QUIC)$/.test(protocol ?? '');

/**
 * Whether a Network Load Balancer keeps the client's address: as set, else for instances, for Application Load Balancers
 * and for addresses over UDP (Network Load Balancers guide, edit-target-group-attributes, client-ip-preservation).
 */
export function keepsClientAddress(type: LoadBalancer['type'], group: TargetGroup): boolean {
  if (type !== 'network') return false;
  if (group.targetType === 'alb' || isUdp(group.protocol)) return true;
  return group.preserveClientIp ?? group.targetType === 'instance';
}

/** Whether targets of other zones are used: an Application Load Balancer does unless its target group says otherwise, the others when turned on. */
export const crossesZones = (balancer: LoadBalancer, group: TargetGroup | undefined): boolean => group?.crossZone ?? balancer.crossZone ?? balancer.type === 'application';

function endOf(lookup: Lookup, node: InterfaceEntry, given: { readonly group: TargetGroup; readonly target: string }): TargetEnd {
  const { group, target } = given;
  if (group.targetType === 'lambda') return { kind: 'lambda' };
  const resource = resourceOfTarget(group, target);
  if (resource !== undefined) return endOfResource(lookup, resource);
  const reply = resolveDestination(lookup, { kind: 'interfaces', interfaces: [node], address: undefined, via: 'private' }, target);
  return reply.ok ? { kind: 'end', end: reply.value } : { kind: 'gone' };
}

function endOfResource(lookup: Lookup, id: ResourceId): TargetEnd {
  const interfaces = lookup.instances.get(id)?.interfaces.slice(0, 1) ?? lookup.loadBalancers.get(id)?.interfaces ?? [];
  return interfaces.length === 0 ? { kind: 'gone' } : { kind: 'end', end: { kind: 'interfaces', interfaces, address: undefined, via: 'private' } };
}

function zoneOf({ end }: { readonly end: TargetEnd }, row: Target): string | undefined {
  if (row.availabilityZone === 'all') return undefined;
  if (end.kind !== 'end') return undefined;
  if (end.end.kind === 'interfaces') return end.end.interfaces.some(({ holder }) => holder.kind === 'load-balancer') ? undefined : end.end.interfaces[0]?.subnet.value.availabilityZone;
  return end.end.kind === 'host' ? end.end.subnet.value.availabilityZone : undefined;
}

interface InGroup {
  readonly balancer: LoadBalancer;
  readonly listener: Listener;
  readonly id: ResourceId;
  readonly group: TargetGroup;
}

function makeTarget(lookup: Lookup, node: InterfaceEntry, given: InGroup & { readonly row: string; readonly target: Target }): ListenerTarget {
  const { balancer, listener, id, group, row, target } = given;
  const end = endOf(lookup, node, { group, target: target.target });
  const port = target.port ?? group.port ?? listener.port;
  return {
    group: id,
    row,
    target: target.target,
    end,
    port,
    healthPort: group.healthCheck?.port ?? port,
    health: target.health,
    zone: zoneOf({ end }, target),
    keepsClient: keepsClientAddress(balancer.type, group),
    isCrossZone: crossesZones(balancer, group),
    family: group.ipAddressType === 'ipv6' ? 6 : undefined,
  };
}

function classicTargets(lookup: Lookup, balancer: LoadBalancer, listener: Listener): readonly ListenerTarget[] {
  const port = listener.instancePort ?? listener.port;
  return (balancer.instances ?? []).map((id) => {
    const end = endOfResource(lookup, id);
    return { group: undefined, row: undefined, target: id, end, port, healthPort: port, health: undefined, zone: zoneOf({ end }, { target: id }), keepsClient: false, isCrossZone: crossesZones(balancer, undefined) };
  });
}

/** A listener that redirects or answers by itself needs nobody behind it. */
const ownTarget = (answer: string, port: number): ListenerTarget => ({ group: undefined, row: undefined, target: answer, end: { kind: 'own-answer' }, port, healthPort: port, health: undefined, zone: undefined, keepsClient: false, isCrossZone: true });

/** Everything a listener may hand on to, as a node of the load balancer sees it. */
export function findTargets(lookup: Lookup, node: InterfaceEntry, given: { readonly balancer: LoadBalancer; readonly listener: Listener }): ListenerTargets {
  const { balancer, listener } = given;
  if (balancer.type === 'classic') return { targets: classicTargets(lookup, balancer, listener), emptyGroups: [], unknownGroups: [] };
  const targets: ListenerTarget[] = listener.ownAnswer === undefined ? [] : [ownTarget(listener.ownAnswer, listener.port)];
  const emptyGroups: ResourceId[] = [];
  const unknownGroups: ResourceId[] = [];
  for (const id of listener.targetGroups) {
    const group = lookup.resource(id);
    if (group?.kind !== 'target-group' || group.targetsKnown === false) {
      unknownGroups.push(id);
      continue;
    }
    const rows = Object.entries(group.targets);
    if (rows.length === 0) emptyGroups.push(id);
    for (const [row, target] of rows) targets.push(makeTarget(lookup, node, { balancer, listener, id, group, row, target }));
  }
  return { targets, emptyGroups, unknownGroups };
}

