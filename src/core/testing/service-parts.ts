import { asResourceId, asRowId } from '../model/ids.ts';
import type { Listener, ResourceOfKind } from '../model/resources/index.ts';

const id = asResourceId;

export interface LoadBalancerWords {
  readonly type?: ResourceOfKind<'load-balancer'>['type'];
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly groups?: readonly string[];
  /** Lines such as `HTTP 80 -> tg-web, tg-api`; of a Classic Load Balancer `HTTP 80 -> 8080`. */
  readonly listeners: readonly string[];
  readonly scheme?: ResourceOfKind<'load-balancer'>['scheme'];
  readonly more?: Partial<ResourceOfKind<'load-balancer'>>;
}

function readListener(line: string, type: string): Listener {
  const [what = '', to = ''] = line.split(/\s*->\s*/);
  const [protocol = 'HTTP', port = '80'] = what.split(' ');
  const behind = type === 'classic' ? { targetGroups: [], instanceProtocol: protocol, instancePort: Number(to) } : { targetGroups: to === '' ? [] : to.split(/,\s*/).map(id) };
  return { protocol, port: Number(port), ...behind };
}

/** A load balancer from words, internal unless said otherwise. */
export function loadBalancer(name: string, given: LoadBalancerWords): ResourceOfKind<'load-balancer'> {
  const type = given.type ?? 'application';
  const listeners = Object.fromEntries(given.listeners.map((line, index) => [asRowId(`listener-${index + 1}`), readListener(line, type)]));
  return { kind: 'load-balancer', name, type, scheme: given.scheme ?? 'internal', vpc: id(given.vpc), subnets: given.subnets.map(id), securityGroups: (given.groups ?? []).map(id), state: 'active', listeners, ...given.more };
}

export interface TargetGroupWords {
  readonly vpc: string;
  /** `HTTP 8080`. */
  readonly takes: string;
  readonly type?: ResourceOfKind<'target-group'>['targetType'];
  readonly targets: readonly string[];
  readonly more?: Partial<ResourceOfKind<'target-group'>>;
}

/** A target group from words; its targets are instances unless said otherwise. */
export function targetGroup(name: string, given: TargetGroupWords): ResourceOfKind<'target-group'> {
  const [protocol = 'HTTP', port = '80'] = given.takes.split(' ');
  const targets = Object.fromEntries(given.targets.map((target, index) => [asRowId(`target-${index + 1}`), { target }]));
  return { kind: 'target-group', name, vpc: id(given.vpc), targetType: given.type ?? 'instance', protocol, port: Number(port), targets, ...given.more };
}

/** A gateway endpoint in route tables, or, with subnets, an interface endpoint. `service` is `s3` or a whole name. */
export function vpcEndpoint(name: string, given: { readonly vpc: string; readonly service: string; readonly tables?: readonly string[]; readonly subnets?: readonly string[]; readonly groups?: readonly string[]; readonly more?: Partial<ResourceOfKind<'vpc-endpoint'>> }): ResourceOfKind<'vpc-endpoint'> {
  return {
    kind: 'vpc-endpoint',
    name,
    vpc: id(given.vpc),
    type: given.subnets ? 'interface' : 'gateway',
    service: given.service.includes('.') ? given.service : `com.amazonaws.us-east-1.${given.service}`,
    state: 'available',
    routeTables: (given.tables ?? []).map(id),
    subnets: (given.subnets ?? []).map(id),
    securityGroups: (given.groups ?? []).map(id),
    interfaces: [],
    privateDns: given.subnets !== undefined,
    ...given.more,
  };
}
