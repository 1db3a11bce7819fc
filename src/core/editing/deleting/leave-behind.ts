import { asResourceId, type ResourceId } from '../../model/ids.ts';
import type { NatGateway, NetworkInterface, PrivateAddress } from '../../model/resources/index.ts';
import { blackholeRoutes } from '../blackholes.ts';
import type { Draft } from '../draft.ts';
import { dissociateGateways } from '../edge-references.ts';
import { keepAllocated } from '../elastic-ip.ts';
import { rewireReferences } from '../references.ts';

/** Elastic IP addresses stay allocated when what held them is deleted (VPC User Guide, vpc-eips). */
function releaseElasticIps(draft: Draft, doomed: ReadonlySet<string>): void {
  for (const id of doomed) {
    const holder = draft.findOf(id, 'network-interface') ?? draft.findOf(id, 'nat-gateway');
    if (!holder || isRegionGone(draft, holder.subnet, doomed)) continue;
    for (const held of elasticIpsOf(holder)) keepAllocated(draft, asResourceId(id), held);
  }
}

type Elastic = NonNullable<PrivateAddress['public']>;

function elasticIpsOf(holder: NetworkInterface | NatGateway): readonly Elastic[] {
  if (holder.kind === 'network-interface') return Object.values(holder.addresses).flatMap((held) => (held.public?.type === 'elastic' ? [held.public] : []));
  return Object.values(holder.addresses).flatMap(({ publicAddress, allocation }): Elastic[] =>
    publicAddress === undefined || allocation === undefined ? [] : [{ address: publicAddress, type: 'elastic', allocation }],
  );
}

function isRegionGone(draft: Draft, subnet: ResourceId | undefined, doomed: ReadonlySet<string>): boolean {
  const region = draft.findOf(draft.findOf(subnet, 'subnet')?.vpc, 'vpc')?.region;
  return region !== undefined && doomed.has(region);
}

/** A DB instance that lost its primary interface lives on as its standby; one that lost its standby has none. */
function settleDatabases(draft: Draft, doomed: ReadonlySet<string>): void {
  for (const { id, value } of draft.list('db-instance')) {
    if (doomed.has(id)) continue;
    const interfaces = draft.list('network-interface').filter((entry) => entry.value.attachment?.resource === id);
    const lost = interfaces.filter((entry) => doomed.has(entry.id));
    const [left] = interfaces.filter((entry) => !doomed.has(entry.id));
    if (lost.length === 0 || !left) continue;
    draft.change(left.id, 'network-interface', { attachment: { resource: id, deviceIndex: 0, role: 'primary' } });
    const zone = draft.findOf(left.value.subnet, 'subnet')?.availabilityZone;
    draft.change(id, 'db-instance', { multiAz: false, availabilityZone: zone ?? value.availabilityZone });
  }
}

/** AWS gives every interface at least one group: what loses its last one falls back on the VPC's default group. */
function keepGrouped(draft: Draft, before: Draft['design'], doomed: ReadonlySet<string>): void {
  for (const { id, value } of draft.list('network-interface')) {
    const earlier = before.resources[id];
    if (doomed.has(id) || value.securityGroups.length > 0 || earlier?.kind !== 'network-interface' || earlier.securityGroups.length === 0) continue;
    const group = draft.findOf(draft.findOf(value.subnet, 'subnet')?.vpc, 'vpc')?.defaultSecurityGroup;
    if (group !== undefined) draft.change(id, 'network-interface', { securityGroups: [group] });
  }
}

const ROUTE_TARGETS: ReadonlySet<string> = new Set(['internet-gateway', 'egress-only-internet-gateway', 'nat-gateway', 'virtual-private-gateway', 'vpc-peering-connection', 'transit-gateway', 'network-interface', 'instance', 'unmodelled']);

/** Leaves the rest of the design as AWS would: blackhole routes, allocated addresses, subnets back on the main table. */
export function leaveBehind(draft: Draft, doomed: ReadonlySet<ResourceId>): void {
  const before = draft.design;
  blackholeRoutes(draft, new Set([...doomed].filter((id) => ROUTE_TARGETS.has(draft.find(id)?.kind ?? ''))));
  dissociateGateways(draft, doomed);
  releaseElasticIps(draft, doomed);
  settleDatabases(draft, doomed);
  for (const id of Object.keys(draft.design.resources) as ResourceId[]) {
    if (!doomed.has(id)) cutReferences(draft, id, doomed);
  }
  keepGrouped(draft, before, doomed);
}

function cutReferences(draft: Draft, id: ResourceId, doomed: ReadonlySet<string>): void {
  const resource = draft.find(id);
  if (!resource) return;
  const cut: ResourceId[] = [];
  const rewired = rewireReferences(resource, (target) => {
    // Routes keep the id of their lost target: that is what makes them blackholes.
    if (!doomed.has(target) || (resource.kind === 'route-table' && ROUTE_TARGETS.has(draft.find(target)?.kind ?? ''))) return target;
    cut.push(target);
    return undefined;
  });
  if (cut.length > 0) draft.put(id, rewired);
}
