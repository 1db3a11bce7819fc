import { asResourceId, type ResourceId } from '../../../model/ids.ts';
import type { NetworkInterface } from '../../../model/resources/index.ts';
import type { Draft } from '../draft.ts';
import { textIn, textsIn } from '../record.ts';

/** Ids that services write into the descriptions of their interfaces. */
const ID_IN_DESCRIPTION = /\b(?:vpce|tgw-attach|fsmt|eice)-[0-9a-f]+\b/;
/** `ELB app/name/1234` is the interface of the load balancer whose ARN ends in `loadbalancer/app/name/1234`. */
const LOAD_BALANCER = /^ELB ((?:app|net|gwy)\/\S+)$/;
const CLASSIC_LOAD_BALANCER = /^ELB (\S+)$/;

/** What services write into the descriptions of their interfaces, and the key under which what they name is listed. */
const NAMED: readonly (readonly [pattern: RegExp, key: string, name: string, ids: readonly string[]])[] = [
  [/^ElastiCache[ :](\S+)$/, 'CacheClusters', 'CacheClusterId', ['ARN', 'CacheClusterId']],
  [/^AWS Lambda VPC ENI-(.+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Functions', 'FunctionName', ['FunctionArn', 'FunctionName']],
];

/** What is named in a description and in the design. */
function namedOwner(draft: Draft, description: string): string | undefined {
  for (const [pattern, key, field, ids] of NAMED) {
    const name = pattern.exec(description)?.[1];
    const found = name === undefined ? undefined : draft.recordsOf(key).find(({ record }) => textIn(record, field) === name);
    if (found) return textIn(found.record, ...ids);
  }
  return undefined;
}

/** Interfaces that VPC endpoints and mount targets list themselves. */
function listedOwners(draft: Draft): ReadonlyMap<string, string> {
  const endpoints = draft.recordsOf('VpcEndpoints').flatMap(({ record }) => {
    const id = textIn(record, 'VpcEndpointId') ?? '';
    return textsIn(record, 'NetworkInterfaceIds').map((one) => [one, id] as const);
  });
  const mountTargets = draft.recordsOf('MountTargets').map(({ record }) => [textIn(record, 'NetworkInterfaceId') ?? '', textIn(record, 'MountTargetId') ?? ''] as const);
  return new Map([...endpoints, ...mountTargets]);
}

function ownerIn(description: string, loadBalancers: readonly string[]): ResourceId | undefined {
  const named = ID_IN_DESCRIPTION.exec(description)?.[0];
  if (named !== undefined) return asResourceId(named);
  const path = LOAD_BALANCER.exec(description)?.[1];
  const arn = path === undefined ? undefined : loadBalancers.find((id) => id.endsWith(`loadbalancer/${path}`));
  const classic = CLASSIC_LOAD_BALANCER.exec(description)?.[1];
  const found = arn ?? (classic !== undefined && loadBalancers.includes(classic) ? classic : undefined);
  return found === undefined ? undefined : asResourceId(found);
}

function attach(one: NetworkInterface, resource: ResourceId, deviceIndex: number): NetworkInterface {
  return { ...one, attachment: { resource, deviceIndex } };
}

/** Attaches the interfaces of endpoints, transit gateways, load balancers, mount targets, caches and functions to those, where these are in the design. */
export function attachServiceInterfaces(draft: Draft): void {
  const listed = listedOwners(draft);
  const loadBalancers = ['LoadBalancers', 'LoadBalancerDescriptions'].flatMap((key) =>
    draft.recordsOf(key).flatMap(({ record }) => textIn(record, 'LoadBalancerArn', 'LoadBalancerName') ?? []),
  );
  for (const [id, one] of draft.all('network-interface')) {
    if (one.attachment !== undefined) continue;
    const owner = listed.get(id) ?? ownerIn(one.description ?? '', loadBalancers) ?? namedOwner(draft, one.description ?? '');
    if (owner !== undefined && draft.has(owner)) draft.put(id, attach(one, asResourceId(owner), 0));
  }
}
