import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { Listener, LoadBalancer, Subnet, TargetGroup } from '../../model/resources/index.ts';
import { containerOf, type Container } from '../container.ts';
import type { Draft, Entry } from '../draft.ts';
import { isPublicSubnet, subnetsOf } from '../members.ts';
import { joinNames } from '../nouns.ts';
import { numberedName, uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { putGroupRule } from '../security-group-rules.ts';
import { refusePlace, type Adder } from './adding.ts';
import { makeGroup } from './make-interface.ts';

const HTTP = 80;

export interface NewLoadBalancer {
  readonly name: string;
  readonly vpc: ResourceId;
  readonly subnets: readonly ResourceId[];
  readonly securityGroups: readonly ResourceId[];
  readonly type?: LoadBalancer['type'];
  readonly scheme: LoadBalancer['scheme'];
  readonly listeners: readonly Listener[];
}

/** Makes an active load balancer. */
export function makeLoadBalancer(draft: Draft, { name, vpc, subnets, securityGroups, type = 'application', scheme, listeners }: NewLoadBalancer): ResourceId {
  const rows = Object.fromEntries(listeners.map((listener, index) => [asRowId(`listener-${index + 1}`), listener]));
  return draft.add('lb', { kind: 'load-balancer', name, type, scheme, vpc, subnets: [...subnets], securityGroups: [...securityGroups], state: 'active', listeners: rows });
}

export interface NewTargetGroup {
  readonly name: string;
  readonly vpc: ResourceId;
  readonly port: number;
  readonly targets: readonly ResourceId[];
  readonly protocol?: string;
  readonly targetType?: TargetGroup['targetType'];
}

/** Makes a target group of instances. */
export function makeTargetGroup(draft: Draft, { name, vpc, port, targets, protocol = 'HTTP', targetType = 'instance' }: NewTargetGroup): ResourceId {
  const rows = Object.fromEntries(targets.map((target, index) => [asRowId(`target-${index + 1}`), { target, port }]));
  return draft.add('tg', { kind: 'target-group', name, vpc, targetType, protocol, port, targets: rows });
}

/** The VPC a part is dropped in: on it, on a zone of it, or on a subnet. */
export function vpcDroppedOn(container: Container): ResourceId | undefined {
  if (container.kind === 'zone') return container.vpc;
  return containerOf(container, 'subnet')?.value.vpc ?? containerOf(container, 'vpc')?.id;
}

/** One subnet of each zone: public ones where the VPC has them, the one dropped on before the others. */
function subnetsFor(draft: Draft, vpc: ResourceId, wanted: ResourceId | undefined): { readonly subnets: readonly Entry<Subnet>[]; readonly isPublic: boolean } {
  const all = subnetsOf(draft.design, vpc).filter(({ value }) => value.cidr !== undefined);
  const open = all.filter(({ value }) => isPublicSubnet(draft.design, value));
  const isWantedPrivate = wanted !== undefined && !open.some(({ id }) => id === wanted);
  const isPublic = open.length > 0 && !isWantedPrivate;
  const candidates = isPublic ? open : all.filter((subnet) => !open.includes(subnet));
  const perZone = new Map<string, Entry<Subnet>>();
  for (const candidate of [...candidates].sort((a, b) => Number(b.id === wanted) - Number(a.id === wanted))) {
    if (!perZone.has(candidate.value.availabilityZone)) perZone.set(candidate.value.availabilityZone, candidate);
  }
  return { subnets: [...perZone.values()], isPublic };
}

/**
 * Adds an Application Load Balancer over the zones of the VPC, with a group that lets clients in, one listener and an empty
 * target group: internet-facing in public subnets, internal where there are none or a private one is dropped on.
 */
export const addLoadBalancer: Adder = (draft, { container, at, name }) => {
  const vpc = vpcDroppedOn(container) ?? refusePlace('load-balancer', container);
  const { subnets, isPublic } = subnetsFor(draft, vpc, containerOf(container, 'subnet')?.id);
  if (subnets.length === 0) return refuse(`${draft.nameOf(vpc)} has no subnet a load balancer could stand in; add one first.`);
  const title = name ?? numberedName(draft.design, 'lb');
  const group = makeGroup(draft, vpc, `${title}-sg`);
  const cidr = isPublic ? '0.0.0.0/0' : draft.need(vpc, 'vpc').cidr;
  putGroupRule(draft, { securityGroup: group, direction: 'inbound', rule: { protocol: 'tcp', fromPort: HTTP, toPort: HTTP, peer: { cidr } } });
  const targets = makeTargetGroup(draft, { name: uniqueName(draft.design, `${title}-targets`), vpc, port: HTTP, targets: [] });
  const id = makeLoadBalancer(draft, {
    name: title,
    vpc,
    subnets: subnets.map((subnet) => subnet.id),
    securityGroups: [group],
    scheme: isPublic ? 'internet-facing' : 'internal',
    listeners: [{ protocol: 'HTTP', port: HTTP, targetGroups: [targets] }],
  });
  draft.place(id, at);
  return { said: `Put ${title} in ${joinNames(subnets.map(({ value }) => value.name))}`, select: [id] };
};

/** Lets the first listener lead to one more target group; false where there is no listener. */
function leadFirstListener(draft: Draft, { id, value }: Entry<LoadBalancer>, targetGroup: ResourceId): boolean {
  const [row, listener] = Object.entries(value.listeners)[0] ?? [];
  if (row === undefined || !listener) return false;
  draft.change(id, 'load-balancer', { listeners: { ...value.listeners, [row]: { ...listener, targetGroups: [...listener.targetGroups, targetGroup] } } });
  return true;
}

/** Adds an empty target group to a VPC, or to the load balancer dropped on, whose first listener then leads to it. */
export const addTargetGroup: Adder = (draft, { container, name }) => {
  const balancer = containerOf(container, 'load-balancer');
  const vpc = balancer?.value.vpc ?? vpcDroppedOn(container) ?? refusePlace('target-group', container);
  const title = name ?? numberedName(draft.design, 'targets');
  const id = makeTargetGroup(draft, { name: title, vpc, port: HTTP, targets: [], ...(balancer?.value.type === 'network' && { protocol: 'TCP' }) });
  if (!balancer || !leadFirstListener(draft, balancer, id)) return { said: `Add ${title} to ${draft.nameOf(vpc)}`, select: [id] };
  return { said: `Let ${balancer.value.name} hand on to ${title}`, select: [id] };
};
