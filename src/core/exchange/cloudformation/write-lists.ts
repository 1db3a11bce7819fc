import type { ResourceId } from '../../model/ids.ts';
import type { PrefixList, VpcEndpoint } from '../../model/resources/index.ts';
import { groupReference } from './write-filters.ts';
import { tagsOf, type Template } from './template.ts';

/** AWS's own lists are there already, under ids that differ from Region to Region. */
function writePrefixList(template: Template, id: ResourceId, list: PrefixList): void {
  if (list.owner === 'AWS' || list.entries === undefined) {
    template.note(`Prefix list ${template.nameOf(id)} is not written: ${list.owner === 'AWS' ? 'it is one of AWS’s own' : 'the design does not hold its entries'}.`);
    return;
  }
  const entries = Object.values(list.entries);
  const isIpv6 = list.family === 'ipv6' || entries.some(({ cidr }) => cidr.includes(':'));
  const properties = {
    PrefixListName: template.nameOf(id),
    AddressFamily: isIpv6 ? 'IPv6' : 'IPv4',
    MaxEntries: list.maximumEntries ?? Math.max(1, entries.length),
    Entries: entries.map(({ cidr, description }) => ({ Cidr: cidr, ...(description !== undefined && { Description: description }) })),
    Tags: tagsOf(list),
  };
  template.add(id, 'AWS::EC2::PrefixList', { properties });
}

/** Managed prefix lists, which rules and routes name. */
export function writePrefixLists(template: Template): void {
  for (const [id, list] of template.all('prefix-list')) writePrefixList(template, id, list);
}

const refsOf = (template: Template, ids: readonly ResourceId[]): readonly unknown[] => ids.filter((id) => template.has(id)).map((id) => template.ref(id));

function placeOf(template: Template, endpoint: VpcEndpoint): Readonly<Record<string, unknown>> {
  if (endpoint.type === 'gateway') return { VpcEndpointType: 'Gateway', RouteTableIds: refsOf(template, endpoint.routeTables) };
  const groups = endpoint.securityGroups.flatMap((group) => groupReference(template, group) ?? []);
  return { VpcEndpointType: 'Interface', SubnetIds: refsOf(template, endpoint.subnets), ...(groups.length > 0 && { SecurityGroupIds: groups }), PrivateDnsEnabled: endpoint.privateDns };
}

function readPolicy(policy: string | undefined): unknown {
  try {
    return policy === undefined ? undefined : (JSON.parse(policy) as unknown);
  } catch {
    return undefined;
  }
}

function writeEndpoint(template: Template, id: ResourceId, endpoint: VpcEndpoint): void {
  if (endpoint.type === 'gateway-load-balancer' || !template.has(endpoint.vpc)) {
    template.note(`VPC endpoint ${template.nameOf(id)} is not written: ${endpoint.type === 'gateway-load-balancer' ? 'it leads to a Gateway Load Balancer' : 'its VPC is not'}.`);
    return;
  }
  const policy = readPolicy(endpoint.policy);
  if (endpoint.policy !== undefined && policy === undefined) template.note(`The policy of VPC endpoint ${template.nameOf(id)} is not written: it is no JSON.`);
  const properties = { VpcId: template.ref(endpoint.vpc), ServiceName: endpoint.service, ...placeOf(template, endpoint), ...(policy !== undefined && { PolicyDocument: policy }), Tags: tagsOf(endpoint) };
  template.add(id, 'AWS::EC2::VPCEndpoint', { properties });
}

/** Gateway and interface endpoints, after the route tables, subnets and groups they name. */
export function writeEndpoints(template: Template): void {
  for (const [id, endpoint] of template.all('vpc-endpoint')) writeEndpoint(template, id, endpoint);
}
