import type { ResourceId } from '../../model/ids.ts';
import type { DbInstance, Instance, NetworkInterface, PrivateAddress } from '../../model/resources/index.ts';
import { groupReference } from './write-filters.ts';
import { ipv6AddressOf } from './ipv6-blocks.ts';
import { internetAttachments } from './write-gateways.ts';
import { tagsOf, type Template } from './template.ts';

/** Where Amazon keeps the newest image of each system: public parameters of Systems Manager. */
const IMAGES: Readonly<Record<Instance['operatingSystem'], string>> = {
  'amazon-linux-2023': '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
  'amazon-linux-2': '/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2',
  ubuntu: '/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id',
  windows: '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base',
  other: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
};

const parameterOf = (system: Instance['operatingSystem']): string => `Image${system.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`;

function imageParameter(template: Template, system: Instance['operatingSystem']): string {
  const name = parameterOf(system);
  template.addParameter(name, { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: IMAGES[system] });
  return name;
}

const groupsOf = (template: Template, ids: readonly ResourceId[]): readonly unknown[] => ids.flatMap((id) => groupReference(template, id) ?? []);

function writeElastic(template: Template, card: ResourceId, given: { readonly row: string; readonly held: PrivateAddress; readonly vpc: ResourceId | undefined }): void {
  const { row, held, vpc } = given;
  const key = `${card} elastic ${row}`;
  template.add(key, 'AWS::EC2::EIP', { properties: { Domain: 'vpc' }, dependsOn: internetAttachments(template, vpc) });
  const properties = { AllocationId: template.attribute(key, 'AllocationId'), NetworkInterfaceId: template.ref(card), PrivateIpAddress: held.address };
  template.add(`${card} association ${row}`, 'AWS::EC2::EIPAssociation', { properties });
}

/** An interface that AWS makes for a service is made with the service. */
const isOwn = ({ owner, attachment }: NetworkInterface, template: Template): boolean => owner === undefined && (attachment === undefined || template.get(attachment.resource, 'instance') !== undefined);

/** The drawn addresses within the block that AWS provides; as many of AWS's choice where they cannot be said. */
function ipv6AddressesOf(template: Template, id: ResourceId, card: NetworkInterface): Readonly<Record<string, unknown>> {
  const drawn = Object.values(card.ipv6Addresses);
  if (drawn.length === 0) return {};
  const addresses = drawn.map(({ address }) => ipv6AddressOf(template, card.subnet, address));
  if (addresses.every((address) => address !== undefined)) return { Ipv6Addresses: addresses.map((Ipv6Address) => ({ Ipv6Address })) };
  template.note(`The IPv6 addresses of ${template.nameOf(card.attachment?.resource ?? id)} are not written: a template cannot name them within a block that AWS chooses.`);
  return {};
}

function writeInterface(template: Template, id: ResourceId, card: NetworkInterface): void {
  if (!isOwn(card, template) || !template.has(card.subnet)) return;
  const addresses = Object.values(card.addresses);
  const groups = groupsOf(template, card.securityGroups);
  const properties = {
    SubnetId: template.ref(card.subnet),
    ...(groups.length > 0 && { GroupSet: groups }),
    ...(addresses.length > 0 && { PrivateIpAddresses: addresses.map(({ address, primary }) => ({ PrivateIpAddress: address, Primary: primary })) }),
    ...ipv6AddressesOf(template, id, card),
    SourceDestCheck: card.sourceDestinationCheck,
    Tags: tagsOf(card),
  };
  template.add(id, 'AWS::EC2::NetworkInterface', { properties });
  writeElastics(template, id, card);
}

function writeElastics(template: Template, id: ResourceId, card: NetworkInterface): void {
  const vpc = template.get(card.subnet, 'subnet')?.vpc;
  for (const [row, held] of Object.entries(card.addresses)) if (held.public) writeElastic(template, id, { row, held, vpc });
  const addresses = Object.values(card.addresses);
  if (addresses.some((held) => held.public?.type === 'auto-assigned')) template.note(`${template.nameOf(card.attachment?.resource ?? id)} has an address that AWS assigned; the template gives it an Elastic IP, because an interface that is written out gets none by itself.`);
}

function interfacesOf(template: Template, instance: ResourceId): readonly (readonly [ResourceId, NetworkInterface])[] {
  const cards = template.all('network-interface').filter(([id, { attachment }]) => attachment?.resource === instance && template.has(id));
  return [...cards].sort(([, a], [, b]) => (a.attachment?.deviceIndex ?? 0) - (b.attachment?.deviceIndex ?? 0));
}

function writeInstance(template: Template, id: ResourceId, instance: Instance): void {
  const cards = interfacesOf(template, id);
  if (instance.state === 'terminated' || instance.state === 'shutting-down') {
    template.note(`Instance ${template.nameOf(id)} is not written: it is ${instance.state}.`);
    return;
  }
  if (cards.length === 0) {
    template.note(`Instance ${template.nameOf(id)} has no network interface in the design and is left out.`);
    return;
  }
  if (instance.role !== undefined) template.note(`The role ${instance.role} of ${template.nameOf(id)} is not written; give the instance its profile after deploying.`);
  const properties = {
    ImageId: { Ref: imageParameter(template, instance.operatingSystem) },
    InstanceType: instance.instanceType,
    NetworkInterfaces: cards.map(([card, { attachment }]) => ({ NetworkInterfaceId: template.ref(card), DeviceIndex: String(attachment?.deviceIndex ?? 0) })),
    ...(instance.userData !== undefined && instance.userData !== '' && { UserData: { 'Fn::Base64': instance.userData } }),
    Tags: tagsOf(instance),
  };
  template.add(id, 'AWS::EC2::Instance', { properties });
}

/** RDS engines need a class, a size and a user; these are the smallest that every engine takes. */
const DB_DEFAULTS = { DBInstanceClass: 'db.t3.micro', AllocatedStorage: '20', MasterUsername: 'administrator', ManageMasterUserPassword: true } as const;

function writeDbInstance(template: Template, id: ResourceId, db: DbInstance): void {
  const properties = {
    ...DB_DEFAULTS,
    Engine: db.engine,
    ...(db.instanceClass !== undefined && { DBInstanceClass: db.instanceClass }),
    ...(db.subnetGroup !== undefined && template.has(db.subnetGroup) && { DBSubnetGroupName: template.ref(db.subnetGroup) }),
    VPCSecurityGroups: groupsOf(template, db.securityGroups),
    MultiAZ: db.multiAz,
    PubliclyAccessible: db.publiclyAccessible,
    Port: String(db.port),
    Tags: tagsOf(db),
  };
  template.add(id, 'AWS::RDS::DBInstance', { properties });
}

/** Interfaces, instances, databases, and Elastic IPs that nothing holds. */
export function writeMachines(template: Template): void {
  for (const [id, card] of template.all('network-interface')) writeInterface(template, id, card);
  for (const [id, instance] of template.all('instance')) writeInstance(template, id, instance);
  for (const [id, group] of template.all('db-subnet-group')) {
    const subnets = group.subnets.filter((subnet) => template.has(subnet)).map((subnet) => template.ref(subnet));
    template.add(id, 'AWS::RDS::DBSubnetGroup', { properties: { DBSubnetGroupDescription: group.name === '' ? id : group.name, SubnetIds: subnets, Tags: tagsOf(group) } });
  }
  for (const [id, db] of template.all('db-instance')) writeDbInstance(template, id, db);
  for (const [id, address] of template.all('elastic-ip')) template.add(id, 'AWS::EC2::EIP', { properties: { Domain: 'vpc', Tags: tagsOf(address) } });
}
