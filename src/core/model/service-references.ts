import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import { asResourceId, type ResourceId } from './ids.ts';
import type { Resource } from './resources/index.ts';

/** The kinds by which a service is reached: load balancers with their target groups, and VPC endpoints. */
export type ServiceKind = 'load-balancer' | 'target-group' | 'vpc-endpoint';
export type ServiceResource = Extract<Resource, { kind: ServiceKind }>;

const KINDS: ReadonlySet<string> = new Set<ServiceKind>(['load-balancer', 'target-group', 'vpc-endpoint']);

/** Whether a resource is of one of these kinds. */
export const isServiceResource = (resource: Resource): resource is ServiceResource => KINDS.has(resource.kind);

/** One field, or one row of it, that names another resource. */
export interface ServiceReference {
  readonly field: string;
  readonly to: ResourceId | undefined;
  readonly row?: string;
}

const list = (field: string, ids: readonly ResourceId[], row?: string): ServiceReference[] => ids.map((to) => (row === undefined ? { field, to } : { field, to, row }));

const isAddress = (text: string): boolean => parseIpv4(text) !== undefined || parseIpv6(text) !== undefined;

/** The resource that a target is; an address and a Lambda function are none of the design. */
export function resourceOfTarget(group: Extract<Resource, { kind: 'target-group' }>, target: string): ResourceId | undefined {
  return group.targetType === 'lambda' || isAddress(target) ? undefined : asResourceId(target);
}

/** Every reference of such a resource to another one that belongs into the same design. */
export function serviceReferences(resource: ServiceResource): readonly ServiceReference[] {
  switch (resource.kind) {
    case 'load-balancer':
      return [
        { field: 'vpc', to: resource.vpc },
        ...list('subnets', resource.subnets),
        ...list('securityGroups', resource.securityGroups),
        ...Object.entries(resource.listeners).flatMap(([row, { targetGroups }]) => list('targetGroups', targetGroups, row)),
        ...list('instances', resource.instances ?? []),
      ];
    case 'target-group':
      return [{ field: 'vpc', to: resource.vpc }, ...Object.entries(resource.targets).map(([row, { target }]) => ({ field: 'target', to: resourceOfTarget(resource, target), row }))];
    case 'vpc-endpoint':
      return [
        { field: 'vpc', to: resource.vpc },
        ...list('routeTables', resource.routeTables),
        ...list('subnets', resource.subnets),
        ...list('securityGroups', resource.securityGroups),
        ...list('interfaces', resource.interfaces),
      ];
  }
}
