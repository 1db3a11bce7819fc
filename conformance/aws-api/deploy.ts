import { readFile, writeFile } from 'node:fs/promises';
import type { LocalAws } from './aws-tools.ts';
import { CALLS, type Call, type Properties } from './calls.ts';
import { CONDITIONAL_CALLS, giveSubnetItsBlock, IPV6_CALLS } from './calls-of-ipv6.ts';
import { TRANSIT_CALLS } from './calls-of-transit-gateways.ts';
import type { Made } from './template-values.ts';

interface TemplateResource {
  readonly Type: string;
  readonly Properties: Properties;
  readonly DependsOn?: readonly string[];
}
interface Template {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

const STACK = 'design';

interface StackResource {
  readonly LogicalResourceId?: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceType?: string;
}

/** What the stack made. The id of an Elastic IP is its address; what others ask of it is its allocation. */
async function readStack(aws: LocalAws): Promise<Made> {
  const { StackResources } = JSON.parse(await aws.run('cloudformation', 'describe-stack-resources', '--stack-name', STACK)) as { readonly StackResources: readonly StackResource[] };
  const { Addresses } = JSON.parse(await aws.run('ec2', 'describe-addresses')) as { readonly Addresses: readonly { readonly PublicIp: string; readonly AllocationId: string }[] };
  const made: Made = new Map();
  for (const { LogicalResourceId, PhysicalResourceId } of StackResources) {
    if (LogicalResourceId === undefined || PhysicalResourceId === undefined) continue;
    made.set(LogicalResourceId, PhysicalResourceId);
    const address = Addresses.find(({ PublicIp }) => PublicIp === PhysicalResourceId);
    if (address) made.set(`${LogicalResourceId}.AllocationId`, address.AllocationId);
  }
  return made;
}

async function addDefaultGroups(aws: LocalAws, template: Template, made: Made): Promise<void> {
  const { SecurityGroups } = JSON.parse(await aws.run('ec2', 'describe-security-groups', '--filters', 'Name=group-name,Values=default')) as { readonly SecurityGroups: readonly { readonly VpcId: string; readonly GroupId: string }[] };
  for (const [logical, { Type }] of Object.entries(template.Resources)) {
    const group = Type === 'AWS::EC2::VPC' ? SecurityGroups.find(({ VpcId }) => VpcId === made.get(logical)) : undefined;
    if (group) made.set(`${logical}.DefaultSecurityGroup`, group.GroupId);
  }
}

const ALL_CALLS: Readonly<Record<string, Call>> = { ...CALLS, ...IPV6_CALLS, ...TRANSIT_CALLS };

/** The call that makes a resource which moto's CloudFormation does not make as it is written. */
function callFor({ Type, Properties: properties }: TemplateResource): Call | undefined {
  const conditional = CONDITIONAL_CALLS[Type];
  return conditional?.isFor(properties) === true ? conditional.call : ALL_CALLS[Type];
}

const isDualStackSubnet = ({ Type, Properties: { Ipv6CidrBlock } }: TemplateResource): boolean => Type === 'AWS::EC2::Subnet' && Ipv6CidrBlock !== undefined;

/** What the stack makes; a subnet gets its IPv6 block afterwards, when its VPC has one. */
function stackResources(template: Template): Readonly<Record<string, TemplateResource>> {
  const known = Object.entries(template.Resources).filter(([, resource]) => callFor(resource) === undefined && resource.Properties['Ipv6Native'] !== true);
  const names = new Set(known.map(([logical]) => logical));
  return Object.fromEntries(
    known.map(([logical, { DependsOn = [], ...resource }]) => {
      const properties = isDualStackSubnet(resource) ? withoutIpv6(resource.Properties) : resource.Properties;
      return [logical, { ...resource, Properties: properties, DependsOn: DependsOn.filter((name) => names.has(name)) }];
    }),
  );
}

const withoutIpv6 = (properties: Properties): Properties => Object.fromEntries(Object.entries(properties).filter(([key]) => !key.includes('Ipv6') && key !== 'EnableDns64'));

async function makeByCalls(aws: LocalAws, template: Template, made: Made): Promise<void> {
  for (const [logical, resource] of Object.entries(template.Resources)) {
    if (isDualStackSubnet(resource)) await giveSubnetItsBlock(aws, logical, { properties: resource.Properties, made });
    const id = await callFor(resource)?.(aws, resource.Properties, made);
    if (id !== undefined) made.set(logical, id);
  }
}

/** Deploys a template to the stand-in and answers the ids of what was made, by logical id. */
export async function deploy(aws: LocalAws, path: string): Promise<ReadonlyMap<string, string>> {
  const template = JSON.parse(await readFile(path, 'utf8')) as Template;
  const stackPath = `${path}.stack.json`;
  await writeFile(stackPath, JSON.stringify({ ...template, Parameters: undefined, Resources: stackResources(template) }));
  await aws.run('cloudformation', 'create-stack', '--stack-name', STACK, '--template-body', `file://${stackPath}`);
  const { Stacks } = JSON.parse(await aws.run('cloudformation', 'describe-stacks', '--stack-name', STACK)) as { readonly Stacks: readonly { readonly StackStatus: string; readonly StackStatusReason?: string }[] };
  const [stack] = Stacks;
  if (stack?.StackStatus !== 'CREATE_COMPLETE') throw new Error(`The stack is ${stack?.StackStatus ?? 'missing'}: ${stack?.StackStatusReason ?? ''}`);
  const made = await readStack(aws);
  await addDefaultGroups(aws, template, made);
  await makeByCalls(aws, template, made);
  return made;
}
