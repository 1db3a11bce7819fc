import type { ResourceId } from '../../model/ids.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { isPublicSubnet, routeTableOf, subnetsOf } from '../members.ts';
import { joinNames } from '../nouns.ts';
import { uniqueName } from '../names.ts';
import { putGroupRule } from '../security-group-rules.ts';
import { vpcDroppedOn } from './add-load-balancer.ts';
import { refusePlace, type Adder } from './adding.ts';
import { makeGroup } from './make-interface.ts';

const HTTPS = 443;

function regionCodeOf(draft: Draft, vpc: ResourceId): string {
  return draft.findOf(draft.need(vpc, 'vpc').region, 'region')?.code ?? 'us-east-1';
}

/** Makes a gateway endpoint that stands in route tables. */
export function makeGatewayEndpoint(draft: Draft, given: { readonly vpc: ResourceId; readonly service: 's3' | 'dynamodb'; readonly routeTables: readonly ResourceId[]; readonly name: string }): ResourceId {
  const service = `com.amazonaws.${regionCodeOf(draft, given.vpc)}.${given.service}`;
  return draft.add('vpce', { kind: 'vpc-endpoint', name: given.name, vpc: given.vpc, type: 'gateway', service, state: 'available', routeTables: [...given.routeTables], subnets: [], securityGroups: [], interfaces: [], privateDns: false });
}

/** Makes an interface endpoint in subnets, with private DNS and a group that lets HTTPS in from the VPC. */
export function makeInterfaceEndpoint(draft: Draft, given: { readonly vpc: ResourceId; readonly service: string; readonly subnets: readonly ResourceId[]; readonly name: string }): ResourceId {
  const group = makeGroup(draft, given.vpc, `${given.name}-sg`);
  const { cidr } = draft.need(given.vpc, 'vpc');
  putGroupRule(draft, { securityGroup: group, direction: 'inbound', rule: { protocol: 'tcp', fromPort: HTTPS, toPort: HTTPS, peer: { cidr } } });
  const service = `com.amazonaws.${regionCodeOf(draft, given.vpc)}.${given.service}`;
  return draft.add('vpce', { kind: 'vpc-endpoint', name: given.name, vpc: given.vpc, type: 'interface', service, state: 'available', routeTables: [], subnets: [...given.subnets], securityGroups: [group], interfaces: [], privateDns: true });
}

/** The tables of the private subnets that lead to no endpoint of the service yet. */
function tablesFor(draft: Draft, vpc: ResourceId, service: string): readonly ResourceId[] {
  const taken = new Set(draft.list('vpc-endpoint').flatMap(({ value }) => (value.type === 'gateway' && value.service.endsWith(`.${service}`) ? value.routeTables : [])));
  const tables = subnetsOf(draft.design, vpc).filter(({ value }) => !isPublicSubnet(draft.design, value)).flatMap(({ value }) => routeTableOf(draft.design, value)?.id ?? []);
  return [...new Set(tables)].filter((id) => !taken.has(id));
}

/**
 * Adds a gateway endpoint for S3 to a VPC (for DynamoDB where it has one for S3), in the tables of its private subnets; on a
 * subnet, an interface endpoint for Systems Manager.
 */
export const addVpcEndpoint: Adder = (draft, { container, at, name }) => {
  const subnet = containerOf(container, 'subnet');
  const vpc = vpcDroppedOn(container) ?? refusePlace('vpc-endpoint', container);
  if (subnet) {
    const id = makeInterfaceEndpoint(draft, { vpc, service: 'ssm', subnets: [subnet.id], name: name ?? uniqueName(draft.design, 'vpce-ssm') });
    draft.place(id, at);
    return { said: `Put an interface endpoint for ssm in ${subnet.value.name}`, select: [id] };
  }
  const hasS3 = draft.list('vpc-endpoint').some(({ value }) => value.vpc === vpc && value.type === 'gateway' && value.service.endsWith('.s3'));
  const service = hasS3 ? 'dynamodb' : 's3';
  const routeTables = tablesFor(draft, vpc, service);
  const id = makeGatewayEndpoint(draft, { vpc, service, routeTables, name: name ?? uniqueName(draft.design, `vpce-${service}`) });
  draft.place(id, at);
  const where = routeTables.length === 0 ? 'in no route table yet' : `in ${joinNames(routeTables.map((table) => draft.nameOf(table)))}`;
  return { said: `Add a gateway endpoint for ${service} to ${draft.nameOf(vpc)}, ${where}`, select: [id] };
};
