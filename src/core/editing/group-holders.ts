import { quotas } from '../aws/limits.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import { containerOf, type Container } from './container.ts';
import { Draft } from './draft.ts';
import { interfacesOf } from './members.ts';
import { withArticle } from './nouns.ts';
import { refuse } from './refusal.ts';

/** What security groups guard, as a person sees it: each of them by its network interfaces. */
export const GUARDED_KINDS = ['instance', 'db-instance', 'load-balancer', 'vpc-endpoint', 'network-interface'] as const satisfies readonly ResourceKind[];
export type GuardedKind = (typeof GUARDED_KINDS)[number];

export const isGuardedKind = (kind: ResourceKind): kind is GuardedKind => (GUARDED_KINDS as readonly ResourceKind[]).includes(kind);

/** A service keeps the groups of its interfaces itself as well. */
const SERVICES = ['db-instance', 'load-balancer', 'vpc-endpoint'] as const;
/** AWS's default quota; raised at most to `maximum`. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const GROUPS_PER_INTERFACE = quotas.securityGroupsPerNetworkInterface.default;

/** Reading makes no ids. */
const noRandomness = (): number => 0;

/** A resource that names security groups. */
interface Holder {
  readonly id: ResourceId;
  readonly kind: 'network-interface' | (typeof SERVICES)[number];
  readonly groups: readonly ResourceId[];
}

/** The instance, service or interface dropped on. */
export function guardedIn(container: Container): { readonly id: ResourceId; readonly name: string } | undefined {
  const found = GUARDED_KINDS.map((kind) => containerOf(container, kind)).find((guarded) => guarded !== undefined);
  return found && { id: found.id, name: found.value.name };
}

/**
 * Why something has no groups: gateway endpoints are routes and Gateway Load Balancers hand packets on, neither has them.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html
 */
function whyUnguarded(draft: Draft, target: ResourceId): string | undefined {
  const endpoint = draft.findOf(target, 'vpc-endpoint');
  if (endpoint?.type === 'gateway') return `${endpoint.name} is a gateway endpoint: routes lead to it, and security groups do not guard it.`;
  const balancer = draft.findOf(target, 'load-balancer');
  return balancer?.type === 'gateway' ? `${balancer.name} is a Gateway Load Balancer, which has no security groups.` : undefined;
}

/** The interfaces of an instance (its primary one), of a service (all of them) or the interface itself. */
function interfacesMeant(draft: Draft, target: ResourceId): readonly ResourceId[] {
  if (draft.findOf(target, 'network-interface')) return [target];
  const interfaces = interfacesOf(draft.design, target).map(({ id }) => id);
  return draft.findOf(target, 'instance') ? interfaces.slice(0, 1) : interfaces;
}

/** Everything whose groups change with those of `target`. */
function listHolders(draft: Draft, target: ResourceId): readonly Holder[] {
  const services = SERVICES.flatMap((kind): Holder[] => {
    const service = draft.findOf(target, kind);
    return service ? [{ id: target, kind, groups: service.securityGroups }] : [];
  });
  const interfaces = interfacesMeant(draft, target).map((id): Holder => ({ id, kind: 'network-interface', groups: draft.need(id, 'network-interface').securityGroups }));
  return [...services, ...interfaces];
}

/** The same; refuses what no group can guard. */
function holdersOf(draft: Draft, target: ResourceId): readonly Holder[] {
  const reason = whyUnguarded(draft, target);
  if (reason !== undefined) refuse(reason);
  const holders = listHolders(draft, target);
  if (holders.length === 0) refuse(`${draft.nameOf(target)} has no network interface that a security group could guard.`);
  return holders;
}

function put(draft: Draft, { id, kind }: Holder, groups: readonly ResourceId[]): void {
  draft.change(id, kind, { securityGroups: [...groups] });
}

/** The VPC that a service names, or its DB subnet group. */
function vpcOfService(draft: Draft, target: ResourceId): ResourceId | undefined {
  const service = draft.findOf(target, 'load-balancer') ?? draft.findOf(target, 'vpc-endpoint');
  if (service) return service.vpc;
  return draft.findOf(draft.findOf(target, 'db-instance')?.subnetGroup, 'db-subnet-group')?.vpc;
}

/** The VPC of what a group guards; `undefined` when none of its subnets is known. */
export function vpcOf(draft: Draft, target: ResourceId): ResourceId | undefined {
  const own = draft.findOf(target, 'network-interface');
  const subnet = own?.subnet ?? interfacesOf(draft.design, target)[0]?.value.subnet;
  return draft.findOf(subnet, 'subnet')?.vpc ?? vpcOfService(draft, target);
}

/** What guards a resource: its groups, and the VPC whose groups can be given to it. */
export interface Guard {
  readonly groups: readonly ResourceId[];
  readonly vpc: ResourceId;
}

/** The guard of a machine, a service or an interface; `undefined` for what no group can guard. */
export function readGuard(design: Design, target: ResourceId): Guard | undefined {
  const draft = new Draft(design, noRandomness);
  const kind = draft.find(target)?.kind;
  if (kind === undefined || !isGuardedKind(kind) || whyUnguarded(draft, target) !== undefined) return undefined;
  const holders = listHolders(draft, target);
  const vpc = vpcOf(draft, target);
  return vpc === undefined || holders.length === 0 ? undefined : { vpc, groups: [...new Set(holders.flatMap(({ groups }) => groups))] };
}

/** The groups that guard a resource, each once; empty for what has none. */
export function groupsOf(draft: Draft, target: ResourceId): readonly ResourceId[] {
  const kind = draft.find(target)?.kind;
  if (kind === undefined || !isGuardedKind(kind)) refuse(`${draft.nameOf(target)} is ${kind === undefined ? 'not in the design' : withArticle(kind)}, which security groups do not guard.`);
  return [...new Set(holdersOf(draft, target).flatMap(({ groups }) => groups))];
}

/** Gives a group to an instance's primary interface, to a service and its interfaces, or to one interface. */
export function giveGroup(draft: Draft, target: ResourceId, group: ResourceId): void {
  const holders = holdersOf(draft, target);
  if (holders.every(({ groups }) => groups.includes(group))) refuse(`${draft.nameOf(target)} has ${draft.nameOf(group)} already.`);
  if (holders.some(({ groups }) => !groups.includes(group) && groups.length >= GROUPS_PER_INTERFACE)) {
    refuse(`${draft.nameOf(target)} has ${GROUPS_PER_INTERFACE} security groups, AWS’s default quota for one interface; take one away first.`);
  }
  for (const holder of holders) put(draft, holder, [...new Set([...holder.groups, group])]);
}

/** Replaces the groups of an instance's primary interface, of a service and its interfaces, or of one interface. */
export function putGroups(draft: Draft, target: ResourceId, groups: readonly ResourceId[]): void {
  for (const holder of holdersOf(draft, target)) put(draft, holder, groups);
}
