import { resourceOfTarget, type ServiceResource } from '../model/service-references.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Resource, ResourceOfKind } from '../model/resources/index.ts';
import { withChanges } from './draft.ts';
import { filterRows, mapRows } from './rows.ts';

type Rewire = (id: ResourceId) => ResourceId | undefined;

const optional = (rewire: Rewire, id: ResourceId | undefined): ResourceId | undefined => (id === undefined ? undefined : rewire(id));
const list = (rewire: Rewire, ids: readonly ResourceId[]): ResourceId[] => ids.map(rewire).filter((id) => id !== undefined);

function rewireLoadBalancer(value: ResourceOfKind<'load-balancer'>, rewire: Rewire): Resource {
  return withChanges(value, {
    vpc: optional(rewire, value.vpc),
    subnets: list(rewire, value.subnets),
    securityGroups: list(rewire, value.securityGroups),
    listeners: mapRows(value.listeners, (listener) => ({ ...listener, targetGroups: list(rewire, listener.targetGroups) })),
    instances: value.instances && list(rewire, value.instances),
  });
}

/** A target that is gone is deregistered. */
function rewireTargetGroup(value: ResourceOfKind<'target-group'>, rewire: Rewire): Resource {
  const rewireTarget = (target: string): string | undefined => {
    const resource = resourceOfTarget(value, target);
    return resource === undefined ? target : rewire(resource);
  };
  const kept = filterRows(value.targets, ({ target }) => rewireTarget(target) !== undefined);
  return withChanges(value, { vpc: optional(rewire, value.vpc), targets: mapRows(kept, (row) => ({ ...row, target: rewireTarget(row.target) ?? row.target })) });
}

function rewireEndpoint(value: ResourceOfKind<'vpc-endpoint'>, rewire: Rewire): Resource {
  return withChanges(value, {
    vpc: rewire(value.vpc) ?? value.vpc,
    routeTables: list(rewire, value.routeTables),
    subnets: list(rewire, value.subnets),
    securityGroups: list(rewire, value.securityGroups),
    interfaces: list(rewire, value.interfaces),
    prefixList: value.prefixList === undefined ? undefined : (rewire(value.prefixList) ?? value.prefixList),
  });
}

/** The same resource with every reference to another one put through `rewire`. */
export function rewireService(resource: ServiceResource, rewire: Rewire): Resource {
  switch (resource.kind) {
    case 'load-balancer':
      return rewireLoadBalancer(resource, rewire);
    case 'target-group':
      return rewireTargetGroup(resource, rewire);
    case 'vpc-endpoint':
      return rewireEndpoint(resource, rewire);
  }
}
