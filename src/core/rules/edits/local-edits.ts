import type { Resource, ResourceKind, Vpc } from '../../model/resources/index.ts';
import type { EditedResource } from './find-edits.ts';

/** What is judged by nothing but what it names and what names it. Of the others, some rule asks the whole design. */
const LOCAL: ReadonlySet<ResourceKind> = new Set([
  'subnet',
  'route-table',
  'network-acl',
  'security-group',
  'network-interface',
  'instance',
  'nat-gateway',
  'elastic-ip',
  'db-instance',
  'db-subnet-group',
  'load-balancer',
  'target-group',
  'vpc-endpoint',
]);

/** What every other VPC is compared with. */
const spaceOf = ({ region, cidr, secondaryCidrs, ipv6Cidrs, isDefault }: Vpc): string => JSON.stringify([region, cidr, secondaryCidrs, ipv6Cidrs, isDefault]);

function keepsItsPlace(before: Resource, after: Resource): boolean {
  if (before.kind === 'vpc' && after.kind === 'vpc') return spaceOf(before) === spaceOf(after);
  return before.kind === 'internet-gateway' && after.kind === 'internet-gateway' && before.vpc === after.vpc && before.region === after.region;
}

/** Whether an edit can matter only to what the resource is tied to. */
export function isLocalEdit({ before, after }: EditedResource): boolean {
  if (before && after && before.kind !== after.kind) return false;
  const kind = (after ?? before)?.kind;
  if (kind === undefined || LOCAL.has(kind)) return kind !== undefined;
  return before !== undefined && after !== undefined && keepsItsPlace(before, after);
}

/** The addresses of a resource that must lead to one place in the whole design. */
export function globalAddressesOf(resource: Resource | undefined): readonly string[] {
  switch (resource?.kind) {
    case 'elastic-ip':
      return [resource.address];
    case 'nat-gateway':
      return Object.values(resource.addresses).flatMap(({ publicAddress }) => publicAddress ?? []);
    case 'network-interface':
      return [...Object.values(resource.addresses).flatMap((row) => row.public?.address ?? []), ...Object.values(resource.ipv6Addresses).map(({ address }) => address)];
    default:
      return [];
  }
}

/** What neither holds a public address nor stands between one and its VPC. */
const WITHOUT_ADDRESSES: ReadonlySet<ResourceKind> = new Set(['instance', 'route-table', 'network-acl', 'security-group', 'target-group', 'internet-gateway']);

/** What decides whether a public address is somebody's: where a subnet or an interface stands, and what it holds. */
function holdingOf(resource: Resource): string | undefined {
  if (resource.kind === 'subnet') return resource.vpc;
  return resource.kind === 'network-interface' ? [resource.subnet, ...globalAddressesOf(resource)].join() : undefined;
}

/** Whether an edit could change which public addresses are free. */
export function touchesPublicAddresses({ before, after }: EditedResource): boolean {
  const kind = (after ?? before)?.kind;
  if (kind !== undefined && WITHOUT_ADDRESSES.has(kind)) return false;
  const [was, is] = [before && holdingOf(before), after && holdingOf(after)];
  return was === undefined || was !== is;
}
