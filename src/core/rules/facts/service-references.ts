import { serviceReferences, type ServiceResource } from '../../model/service-references.ts';
import type { ResourceKind } from '../../model/resources/index.ts';
import type { NamedResource } from './references.ts';

/** The kinds that may stand in each field that names a resource. */
const KINDS: Readonly<Record<string, readonly ResourceKind[]>> = {
  vpc: ['vpc'],
  subnets: ['subnet'],
  securityGroups: ['security-group'],
  targetGroups: ['target-group', 'unmodelled'],
  instances: ['instance'],
  target: ['instance', 'load-balancer', 'unmodelled'],
  routeTables: ['route-table'],
  interfaces: ['network-interface'],
};

/** Calls back for every resource that a load balancer, a target group or a VPC endpoint names. */
export function visitServiceReferences(resource: ServiceResource, visit: (named: NamedResource) => void): void {
  for (const { field, to } of serviceReferences(resource)) {
    const kinds = KINDS[field];
    if (to !== undefined) visit({ field, to, ...(kinds && { kinds }) });
  }
}
