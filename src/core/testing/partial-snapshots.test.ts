import { expect, test } from 'vitest';
import { readAwsDescribe } from '../exchange/aws-describe/read-aws-describe.ts';
import type { Design } from '../model/design.ts';
import { ask } from './ask.ts';

// What a snapshot lacks is not known, and what AWS says of a route is so: expected values are reasoned from
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html (State),
// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html and the settled points of the command line.

type Fields = Readonly<Record<string, unknown>>;
type Answers = Readonly<Record<string, readonly Fields[]>>;

const ZONES = { a: 'eu-west-1a', b: 'eu-west-1b' } as const;
const route = (destination: string, target: Fields, state = 'active'): Fields => ({ DestinationCidrBlock: destination, ...target, Origin: 'CreateRoute', State: state });
const tableOf = (id: string, vpc: string, routes: readonly Fields[]): Fields => ({ RouteTableId: id, VpcId: vpc, Associations: [{ Main: true, RouteTableId: id }], PropagatingVgws: [], Routes: routes });
const subnetOf = (id: string, vpc: string, block: string, zone: keyof typeof ZONES): Fields => ({ SubnetId: id, VpcId: vpc, CidrBlock: block, AvailabilityZone: ZONES[zone] });
const interfaceOf = (instance: string, subnet: string, vpc: string, address: string, publicAddress?: string): Fields => ({
  NetworkInterfaceId: `eni-${instance}`,
  SubnetId: subnet,
  VpcId: vpc,
  PrivateIpAddress: address,
  PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: address, ...(publicAddress !== undefined && { Association: { PublicIp: publicAddress, IpOwnerId: 'amazon' } }) }],
  Groups: [{ GroupId: `sg-${vpc.slice(4)}`, GroupName: 'open' }],
  Attachment: { InstanceId: instance, DeviceIndex: 0, Status: 'attached' },
  SourceDestCheck: true,
  Status: 'in-use',
});
const instanceOf = (id: string, state = 'running'): Fields => ({ Instances: [{ InstanceId: id, InstanceType: 't3.micro', State: { Name: state }, NetworkInterfaces: [] }] });
const openGroup = (vpc: string): Fields => ({ GroupId: `sg-${vpc.slice(4)}`, GroupName: 'open', VpcId: vpc, IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }], IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] });
const openAcl = (vpc: string, subnets: readonly string[]): Fields => ({
  NetworkAclId: `acl-${vpc.slice(4)}`,
  VpcId: vpc,
  IsDefault: true,
  Associations: subnets.map((SubnetId) => ({ SubnetId, NetworkAclId: `acl-${vpc.slice(4)}` })),
  Entries: [true, false].flatMap((Egress) => [{ RuleNumber: 100, RuleAction: 'allow', Protocol: '-1', CidrBlock: '0.0.0.0/0', Egress }]),
});

const ATTACHMENTS = ['a', 'b'].map((name) => ({ TransitGatewayAttachmentId: `tgw-attach-${name}`, TransitGatewayId: 'tgw-1', ResourceType: 'vpc', ResourceId: `vpc-${name}`, State: 'available', Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' } }));

/** Two VPCs joined by a transit gateway; vpc-a has an internet gateway, and a NAT gateway for its subnet-a2. */
const WHOLE: Answers = {
  Vpcs: [
    { VpcId: 'vpc-a', CidrBlock: '10.1.0.0/16', OwnerId: '111122223333' },
    { VpcId: 'vpc-b', CidrBlock: '10.2.0.0/16', OwnerId: '111122223333' },
  ],
  Subnets: [subnetOf('subnet-a', 'vpc-a', '10.1.1.0/24', 'a'), subnetOf('subnet-a2', 'vpc-a', '10.1.2.0/24', 'b'), subnetOf('subnet-b', 'vpc-b', '10.2.1.0/24', 'a')],
  RouteTables: [
    tableOf('rtb-a', 'vpc-a', [route('0.0.0.0/0', { GatewayId: 'igw-a' }), route('10.2.0.0/16', { TransitGatewayId: 'tgw-1' })]),
    { ...tableOf('rtb-a2', 'vpc-a', [route('0.0.0.0/0', { NatGatewayId: 'nat-1' })]), Associations: [{ Main: false, SubnetId: 'subnet-a2', RouteTableId: 'rtb-a2' }] },
    tableOf('rtb-b', 'vpc-b', [route('10.1.0.0/16', { TransitGatewayId: 'tgw-1' })]),
  ],
  NetworkAcls: [openAcl('vpc-a', ['subnet-a', 'subnet-a2']), openAcl('vpc-b', ['subnet-b'])],
  SecurityGroups: [openGroup('vpc-a'), openGroup('vpc-b')],
  InternetGateways: [{ InternetGatewayId: 'igw-a', Attachments: [{ VpcId: 'vpc-a', State: 'available' }] }],
  NatGateways: [{ NatGatewayId: 'nat-1', SubnetId: 'subnet-a', VpcId: 'vpc-a', State: 'available', ConnectivityType: 'public', NatGatewayAddresses: [{ PrivateIp: '10.1.1.200', PublicIp: '203.0.113.200', NetworkInterfaceId: 'eni-nat' }] }],
  NetworkInterfaces: [
    interfaceOf('i-a', 'subnet-a', 'vpc-a', '10.1.1.10', '203.0.113.10'),
    interfaceOf('i-a2', 'subnet-a2', 'vpc-a', '10.1.2.10'),
    interfaceOf('i-off', 'subnet-a2', 'vpc-a', '10.1.2.20'),
    interfaceOf('i-b', 'subnet-b', 'vpc-b', '10.2.1.10'),
  ],
  Reservations: [instanceOf('i-a'), instanceOf('i-a2'), instanceOf('i-off', 'stopped'), instanceOf('i-b')],
  TransitGateways: [{ TransitGatewayId: 'tgw-1', State: 'available', OwnerId: '111122223333' }],
  TransitGatewayAttachments: ATTACHMENTS,
  TransitGatewayVpcAttachments: ['a', 'b'].map((name) => ({ TransitGatewayAttachmentId: `tgw-attach-${name}`, TransitGatewayId: 'tgw-1', VpcId: `vpc-${name}`, State: 'available', SubnetIds: [`subnet-${name}`] })),
  TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' }],
};

const TRANSIT_ROUTES = {
  TransitGatewayRouteTableId: 'tgw-rtb-1',
  Routes: ['a', 'b'].map((name, index) => ({ DestinationCidrBlock: `10.${index + 1}.0.0/16`, Type: 'propagated', State: 'active', TransitGatewayAttachments: [{ TransitGatewayAttachmentId: `tgw-attach-${name}`, ResourceType: 'vpc', ResourceId: `vpc-${name}` }] })),
  AdditionalRoutesAvailable: false,
};

type Change = (answers: Answers) => Answers;
const whole: Change = (answers) => answers;
const without = (...keys: readonly string[]): Change => (answers) => Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
const lacking = (key: string, field: string, value: string): Change => (answers) => ({ ...answers, [key]: (answers[key] ?? []).filter((record) => record[field] !== value) });
/** The routes of all tables to a target, called blackholes. */
const blackholed = (target: string): Change => (answers) => ({
  ...answers,
  RouteTables: (answers['RouteTables'] ?? []).map((table) => ({ ...table, Routes: (table['Routes'] as readonly Fields[]).map((row) => (Object.values(row).includes(target) ? { ...row, State: 'blackhole' } : row)) })),
});

/** The first records of an answer, and the word that there are more. */
const cutAfter = (key: string, count: number): Change => (answers) => ({ ...answers, [key]: (answers[key] ?? []).slice(0, count), [`more of ${key}`]: [] });

function importAnswers(change: Change): Design {
  const answers = change(WHOLE);
  const files = Object.entries(answers).map(([key, list]) => ({ path: `eu-west-1/${key}.json`, document: { [key]: list, ...(`more of ${key}` in answers && { NextToken: 'eyJ0' }) } }));
  const read = readAwsDescribe([...files, { path: 'eu-west-1/search-transit-gateway-routes.json', document: TRANSIT_ROUTES }]);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.design;
}

const PASSES = 'reachable';
const ROWS: readonly (readonly [name: string, change: Change, asked: string, expected: readonly string[]])[] = [
  ['whole: across the transit gateway', whole, 'i-a -> i-b tcp 443', [PASSES]],
  ['whole: out by the NAT gateway', whole, 'i-a2 -> internet:198.51.100.7 tcp 443', [PASSES]],
  ['whole: in from the internet', whole, 'internet:198.51.100.7 -> i-a tcp 443', [PASSES]],
  ['no subnets of the attachments', without('TransitGatewayVpcAttachments'), 'i-a -> i-b tcp 443', ['undetermined', 'request transit-gateway tgw-1', 'reply transit-gateway tgw-1']],
  ['the zone of a sender that a told attachment does not have', whole, 'i-a2 -> 10.1.1.77 tcp 443', ['blocked', 'request no-such-target 10.1.1.77']],
  ['no interfaces at all', without('NetworkInterfaces', 'Reservations'), '10.1.1.10 -> 10.1.2.10 tcp 443', ['undetermined', 'request no-such-target 10.1.2.10']],
  ['the subnet of the interface with the address', lacking('Subnets', 'SubnetId', 'subnet-a2'), 'i-a -> 10.1.2.10 tcp 443', ['undetermined', 'request no-such-target 10.1.2.10']],
  ['the internet gateway that an active route names', lacking('InternetGateways', 'InternetGatewayId', 'igw-a'), 'internet:198.51.100.7 -> i-a tcp 443', [PASSES]],
  ['no instances: known by the interface', without('Reservations'), 'i-a2 -> i-a tcp 443', [PASSES]],
  ['neither instances nor interfaces', without('Reservations', 'NetworkInterfaces'), 'i-a2 -> i-a tcp 443', ['error']],
  ['no subnets: the address of an interface', without('Subnets'), '10.1.1.10 -> 10.1.2.10 tcp 443', ['undetermined', 'request instance-state eni-i-a']],
  ['no subnets: the interface', without('Subnets'), 'eni-i-a -> internet:198.51.100.7 tcp 443', ['undetermined', 'request instance-state eni-i-a']],
  ['the transit gateway, asked for what lies behind it', without('TransitGateways', 'TransitGatewayAttachments', 'TransitGatewayVpcAttachments'), 'i-a -> onprem:tgw-1:192.168.1.1 tcp 443', ['undetermined', 'request transit-gateway tgw-1']],
  ['a gateway that nothing names', whole, 'i-a -> onprem:vgw-9:192.168.1.1 tcp 443', ['error']],
  ['a first page of interfaces: the address of another', cutAfter('NetworkInterfaces', 1), 'i-a -> 10.1.1.77 tcp 443', ['undetermined', 'request no-such-target 10.1.1.77']],
  ['a first page of subnets: an address in none of them', cutAfter('Subnets', 1), 'i-a -> 10.1.7.7 tcp 443', ['undetermined', 'request no-such-target 10.1.7.7']],
  ['a first page of subnets: an address in one of them', cutAfter('Subnets', 1), 'i-a -> 10.1.1.77 tcp 443', ['blocked', 'request no-such-target 10.1.1.77']],
  ['a first page of route tables: a subnet that it does not name', cutAfter('RouteTables', 1), 'i-a -> internet:198.51.100.7 tcp 443', ['undetermined', 'request route-table subnet-a']],
  ['a first page of route tables: a subnet that it names', cutAfter('RouteTables', 2), 'i-a2 -> 10.1.1.10 tcp 443', [PASSES]],
  ['a first page of internet gateways', cutAfter('InternetGateways', 0), 'internet:198.51.100.7 -> i-a tcp 443', [PASSES]],
  ['a blackhole to a NAT gateway that is there', blackholed('nat-1'), 'i-a2 -> internet:198.51.100.7 tcp 443', ['blocked', 'request route-table rtb-a2']],
  ['a blackhole to an internet gateway that is there', blackholed('igw-a'), 'i-a -> internet:198.51.100.7 tcp 443', ['blocked', 'request route-table rtb-a']],
  ['a blackhole to a transit gateway that is there', blackholed('tgw-1'), 'i-a -> i-b tcp 443', ['blocked', 'request route-table rtb-a', 'reply route-table rtb-b']],
  ['instance metadata, which no route leads to', whole, 'i-a -> 169.254.169.254 tcp 80', ['undetermined', 'request service 169.254.169.254']],
  ['a subnet of which one machine is off', whole, 'subnet-a2 -> i-a tcp 443', ['ambiguous', 'request instance-state i-off']],
  ['the machine that is off', whole, 'i-off -> i-a tcp 443', ['blocked', 'request instance-state i-off']],
];

test.each(ROWS)('a snapshot: %s', (_, change, asked, expected) => {
  expect(ask(importAnswers(change), asked)).toEqual(expected);
});
