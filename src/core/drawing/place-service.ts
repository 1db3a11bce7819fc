import type { ResourceId } from '../model/ids.ts';
import type { ResourceOfKind } from '../model/resources/index.ts';

type Service = ResourceOfKind<'load-balancer' | 'vpc-endpoint'>;

/** Whether a resource id is in the design, by kind. */
export type IsDrawn = (id: ResourceId, kind: 'vpc' | 'subnet') => boolean;

/** Where a load balancer or an endpoint is drawn: in its only subnet, else in its VPC, whose zones it spans. */
export function homeOfService(value: Service, isDrawn: IsDrawn): ResourceId | undefined {
  const subnets = value.subnets.filter((id) => isDrawn(id, 'subnet'));
  const [only] = subnets;
  if (subnets.length === 1 && only !== undefined) return only;
  return value.vpc !== undefined && isDrawn(value.vpc, 'vpc') ? value.vpc : undefined;
}

/** The words of a load balancer's and an endpoint's box. */
export function describeLoadBalancer({ type, scheme, state, listeners }: ResourceOfKind<'load-balancer'>): { readonly aside: string; readonly word: string; readonly detail: string } {
  const ports = [...new Set(Object.values(listeners).map(({ protocol, port }) => `${protocol} ${port}`))];
  return { aside: state === 'active' ? scheme : state.replaceAll('_', ' '), word: `${type} load balancer`, detail: ports.slice(0, 2).join(', ') };
}

/** The last part of a service's name: `s3` of `com.amazonaws.us-east-1.s3`. */
export const shortService = (service: string): string => service.replace(/^(?:com|cn\.com|aws)\.(?:amazonaws|api)\.[a-z0-9-]+\./, '');

export function describeVpcEndpoint({ type, state, service }: ResourceOfKind<'vpc-endpoint'>): { readonly aside: string; readonly word: string; readonly detail: string } {
  const kind = type === 'gateway-load-balancer' ? 'Gateway Load Balancer endpoint' : `${type} endpoint`;
  return { aside: state === 'available' ? '' : state, word: kind, detail: shortService(service) };
}
