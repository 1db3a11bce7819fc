import { describe, expect, test } from 'vitest';
import { exampleAccount, toFiles, type Account } from '../example-account.ts';
import { findResource, importAccount, importFiles, sentencesOf } from '../import-for-tests.ts';
import { readInterfaceOwner } from '../interface-owner.ts';
import { readTraffic } from '../traffic.ts';

const VPC = 'vpc-0a01';
const importWith = (changed: Account): ReturnType<typeof importAccount> => importAccount({ ...exampleAccount, ...changed });

describe('targets of routes', () => {
  const routeTo = (route: object): readonly object[] => {
    const RouteTables = [{ RouteTableId: 'rtb-9', VpcId: VPC, Routes: [{ DestinationCidrBlock: '172.16.0.0/12', State: 'active', ...route }] }];
    return Object.values(findResource(importWith({ RouteTables }).design, 'rtb-9', 'route-table').routes);
  };
  test.each([
    [{ GatewayId: 'igw-0d01' }, 'igw-0d01'],
    [{ GatewayId: 'vpce-0901' }, 'vpce-0901'],
    [{ NatGatewayId: 'nat-0f01' }, 'nat-0f01'],
    [{ VpcPeeringConnectionId: 'pcx-1' }, 'pcx-1'],
    [{ TransitGatewayId: 'tgw-1' }, 'tgw-1'],
    [{ EgressOnlyInternetGatewayId: 'eigw-1' }, 'eigw-1'],
    [{ InstanceId: 'i-0a11', NetworkInterfaceId: 'eni-0502', InstanceOwnerId: '111122223333' }, 'eni-0502'],
    [{ InstanceId: 'i-0a11' }, 'eni-0502'],
    [{ InstanceId: 'i-gone' }, 'i-gone'],
    [{ VpcEndpointId: 'vpce-0901' }, 'vpce-0901'],
    [{ LocalGatewayId: 'lgw-1' }, 'lgw-1'],
    [{ CarrierGatewayId: 'cagw-1' }, 'cagw-1'],
    [{ CoreNetworkArn: 'arn:aws:networkmanager::111122223333:core-network/core-network-1' }, 'arn:aws:networkmanager::111122223333:core-network/core-network-1'],
    [{ QuantumGatewayId: 'qgw-1' }, 'qgw-1'],
    [{}, 'deleted-target'],
    [{ GatewayId: '', NatGatewayId: 'nat-0f01' }, 'nat-0f01'],
  ])('%j leads to %s', (route, target) => {
    expect(routeTo(route)).toMatchObject([{ target, destination: '172.16.0.0/12', origin: 'static' }]);
  });

  test.each([
    [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local' }, []],
    [{ DestinationCidrBlock: '100.64.0.0/16', GatewayId: 'local' }, []],
    [{ DestinationCidrBlock: '10.0.0.0/16', NetworkInterfaceId: 'eni-0502', Origin: 'CreateRouteTable' }, [{ destination: '10.0.0.0/16', target: 'eni-0502', origin: 'static', state: 'active' }]],
    [{ DestinationCidrBlock: '10.0.1.0/24', GatewayId: 'local' }, [{ destination: '10.0.1.0/24', target: 'local', origin: 'static', state: 'active' }]],
    [{ DestinationCidrBlock: undefined, DestinationPrefixListId: 'pl-0301', GatewayId: 'igw-0d01' }, [{ destination: 'pl-0301', target: 'igw-0d01', origin: 'static', state: 'active' }]],
    [{ DestinationCidrBlock: undefined, DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-0d01', State: 'blackhole' }, [{ destination: '::/0', target: 'igw-0d01', origin: 'static', state: 'blackhole' }]],
    [{ DestinationCidrBlock: '172.16.5.1/12', GatewayId: 'igw-0d01' }, [{ destination: '172.16.0.0/12', target: 'igw-0d01', origin: 'static', state: 'active' }]],
  ])('%j becomes %j', (route, rows) => {
    expect(routeTo(route)).toEqual(rows);
  });

  test('a route without a target is said', () => {
    const RouteTables = [{ RouteTableId: 'rtb-9', VpcId: VPC, Routes: [{ DestinationCidrBlock: '172.16.0.0/12', State: 'blackhole' }] }];
    expect(sentencesOf(importWith({ RouteTables }).report, 'broken-reference')).toContain('rtb-9 sends 172.16.0.0/12 to a target that AWS does not name any more.');
  });

  test('a table of a gateway names it', () => {
    const RouteTables = [{ RouteTableId: 'rtb-9', VpcId: VPC, Associations: [{ RouteTableAssociationId: 'rtbassoc-1', GatewayId: 'igw-0d01' }] }];
    expect(findResource(importWith({ RouteTables }).design, 'rtb-9', 'route-table').gateways).toEqual(['igw-0d01']);
  });
});

describe('traffic of rules', () => {
  test.each([
    [{ protocol: '-1' }, { protocol: 'all' }],
    [{ protocol: '-1', from: 0, to: 65535 }, { protocol: 'all' }],
    [{ protocol: 'tcp', from: 80, to: 443 }, { protocol: 'tcp', fromPort: 80, toPort: 443 }],
    [{ protocol: '17', from: 53, to: 53 }, { protocol: 'udp', fromPort: 53, toPort: 53 }],
    [{ protocol: '6' }, { protocol: 'tcp' }],
    [{ protocol: 'tcp', from: -1, to: -1 }, { protocol: 'tcp' }],
    [{ protocol: 'icmp', from: -1, to: -1 }, { protocol: 'icmp' }],
    [{ protocol: 'icmp', from: 8, to: -1 }, { protocol: 'icmp', icmpType: 8 }],
    [{ protocol: '58', from: 128, to: 0 }, { protocol: 'icmpv6', icmpType: 128, icmpCode: 0 }],
    [{ protocol: '50', from: 1, to: 2 }, { protocol: 50 }],
    [{ protocol: 'TCP', from: 22 }, { protocol: 'tcp', fromPort: 22, toPort: 22 }],
    [{ protocol: 'carrier-pigeon' }, { protocol: 'carrier-pigeon' }],
  ])('%j is %j', (raw, read) => {
    expect(readTraffic(raw)).toEqual(read);
  });
});

describe('owners of interfaces', () => {
  test.each([
    [{ type: 'interface', description: 'Primary network interface' }, undefined],
    [{ type: 'interface', requester: 'amazon-elb', description: 'ELB app/web/0123' }, 'elb'],
    [{ type: 'network_load_balancer', description: 'ELB net/web/0123' }, 'elb'],
    [{ type: 'interface', requester: 'amazon-rds', description: 'RDSNetworkInterface' }, 'rds'],
    [{ type: 'interface', requester: '123456789012', attachedBy: 'amazon-rds' }, 'rds'],
    [{ type: 'lambda', description: 'AWS Lambda VPC ENI-hello-1234' }, 'lambda'],
    [{ type: 'interface', description: 'AWS Lambda VPC ENI-hello-1234' }, 'lambda'],
    [{ type: 'nat_gateway' }, 'nat_gateway'],
    [{ type: 'natGateway' }, 'nat_gateway'],
    [{ description: 'Interface for NAT Gateway nat-0f01' }, 'nat_gateway'],
    [{ type: 'vpc_endpoint' }, 'vpc_endpoint'],
    [{ type: 'gateway_load_balancer_endpoint' }, 'vpc_endpoint'],
    [{ type: 'transit_gateway' }, 'transit_gateway'],
    [{ type: 'efa', description: 'my own' }, undefined],
    [{ type: 'branch', description: 'aws-k8s-branch-eni' }, undefined],
    [{ type: 'interface', description: 'Amazon EKS shop' }, 'eks'],
    [{ type: 'interface', description: 'EFS mount target for fs-1 (fsmt-1)' }, 'efs'],
    [{ type: 'efs' }, 'efs'],
    [{ type: 'interface', description: 'arn:aws:ecs:us-east-1:123456789012:attachment/1' }, 'ecs'],
    [{ type: 'brand_new_thing' }, 'brand_new_thing'],
    [{ type: 'interface', isServing: true }, 'aws'],
    [{}, undefined],
  ])('%j is %s', (traits, owner) => {
    expect(readInterfaceOwner(traits)).toBe(owner);
  });
});

describe('who holds an interface', () => {
  test.each([
    ['an instance', { Status: 'in-use', Attachment: { InstanceId: 'i-0a11', InstanceOwnerId: '111122223333', Status: 'attached' } }, undefined],
    ['a service that says no name', { Status: 'in-use', Attachment: { InstanceOwnerId: 'amazon-aws', Status: 'attached' } }, 'aws'],
    ['nobody', { Status: 'available' }, undefined],
    ['nobody any more', { Attachment: { InstanceOwnerId: 'amazon-aws', Status: 'detached' } }, undefined],
  ])('%s', (_, more, owner) => {
    const NetworkInterfaces = [{ NetworkInterfaceId: 'eni-9', SubnetId: 'subnet-0201', VpcId: VPC, Groups: [], PrivateIpAddress: '10.0.0.77', ...more }];
    expect(findResource(importWith({ NetworkInterfaces }).design, 'eni-9', 'network-interface').owner).toBe(owner);
  });
});

describe('answers of single calls', () => {
  test('DNS attributes of a VPC', () => {
    const { design } = importFiles([
      ...toFiles(exampleAccount),
      { path: 'shop/eu-west-1/attribute-1.json', document: { VpcId: VPC, EnableDnsSupport: { Value: false } } },
      { path: 'shop/eu-west-1/attribute-2.json', document: { VpcId: VPC, EnableDnsHostnames: { Value: true } } },
    ]);
    expect(findResource(design, VPC, 'vpc')).toMatchObject({ enableDnsSupport: false, enableDnsHostnames: true });
  });

  test.each([
    ['IyEvYmluL2Jhc2gKZWNobyBoaQo=', '#!/bin/bash\necho hi\n'],
    ['#!/bin/bash\n', '#!/bin/bash\n'],
  ])('user data %j', (Value, script) => {
    const { design } = importFiles([...toFiles(exampleAccount), { path: 'user-data.json', document: { InstanceId: 'i-0a11', UserData: { Value } } }]);
    expect(findResource(design, 'i-0a11', 'instance').userData).toBe(script);
  });

  test('user data that is compressed is said', () => {
    const { report } = importFiles([...toFiles(exampleAccount), { path: 'user-data.json', document: { InstanceId: 'i-0a11', UserData: { Value: 'H4sIAAAAAAAA/w==' } } }]);
    expect(sentencesOf(report, 'skipped')).toEqual(['The user data of i-0a11 is no text (it may be compressed); it was left out.']);
  });

  test('attributes of what is nowhere are said', () => {
    const { report } = importFiles([...toFiles(exampleAccount), { path: 'attribute.json', document: { VpcId: 'vpc-9', EnableDnsSupport: { Value: false } } }]);
    expect(sentencesOf(report, 'broken-reference')).toContain('the answer of describe-vpc-attribute names vpc-9, which is in no file.');
  });
});

describe('rules of security groups one by one', () => {
  const rule = { SecurityGroupRuleId: 'sgr-1', GroupId: 'sg-0201', GroupOwnerId: '111122223333', IsEgress: false, IpProtocol: 'tcp' };

  test('one that is there already is not taken twice', () => {
    const { design } = importWith({ SecurityGroupRules: [{ ...rule, FromPort: 443, ToPort: 443, CidrIpv4: '0.0.0.0/0' }] });
    expect(Object.keys(findResource(design, 'sg-0201', 'security-group').inbound)).toEqual(['rule-1', 'rule-2', 'rule-3', 'rule-4']);
  });

  test.each([
    [{ FromPort: 22, ToPort: 22, CidrIpv4: '198.51.100.0/24', Description: 'office' }, { protocol: 'tcp', fromPort: 22, toPort: 22, peer: { cidr: '198.51.100.0/24' }, description: 'office' }],
    [{ FromPort: 22, ToPort: 22, CidrIpv6: '2001:db8::/32' }, { protocol: 'tcp', fromPort: 22, toPort: 22, peer: { cidr: '2001:db8::/32' } }],
    [{ FromPort: 22, ToPort: 22, PrefixListId: 'pl-0301' }, { protocol: 'tcp', fromPort: 22, toPort: 22, peer: { prefixList: 'pl-0301' } }],
    [{ FromPort: 22, ToPort: 22, ReferencedGroupInfo: { GroupId: 'sg-9', UserId: '444455556666' } }, { protocol: 'tcp', fromPort: 22, toPort: 22, peer: { group: 'sg-9', account: '444455556666' } }],
  ])('%j', (fields, row) => {
    const { design } = importWith({ SecurityGroupRules: [{ ...rule, ...fields }] });
    expect(Object.entries(findResource(design, 'sg-0201', 'security-group').inbound)).toContainEqual(['sgr-1', row]);
  });

  test('a group that only its rules are known of stands where its members are, or is said', () => {
    const { SecurityGroups: _, ...rest } = exampleAccount;
    const outbound = { ...rule, IsEgress: true, IpProtocol: '-1', CidrIpv4: '0.0.0.0/0' };
    const { design, report } = importAccount({ ...rest, SecurityGroupRules: [outbound, { ...outbound, SecurityGroupRuleId: 'sgr-2', GroupId: 'sg-lost' }] });
    expect(findResource(design, 'sg-0201', 'security-group')).toMatchObject({ vpc: VPC, outbound: { 'sgr-1': { protocol: 'all', peer: { cidr: '0.0.0.0/0' } } } });
    expect(sentencesOf(report, 'broken-reference')).toContain('sgr-2 is a rule of sg-lost, which is in no file, and no interface tells its VPC; the rule was left out.');
  });
});

describe('gateways', () => {
  test.each([
    [{ Attachments: [] }, undefined],
    [{ Attachments: [{ State: 'detached', VpcId: VPC }] }, undefined],
    [{ Attachments: [{ State: 'attached', VpcId: VPC }] }, VPC],
  ])('an internet gateway with %j', (fields, vpc) => {
    const { design } = importWith({ InternetGateways: [{ InternetGatewayId: 'igw-9', ...fields }] });
    expect(findResource(design, 'igw-9', 'internet-gateway').vpc).toBe(vpc);
    expect('internet' in design.resources).toBe(vpc !== undefined);
  });

  test('private and regional NAT gateways, pending and with several addresses', () => {
    const { design } = importWith({
      NatGateways: [
        { NatGatewayId: 'nat-1', SubnetId: 'subnet-0b02', State: 'pending', ConnectivityType: 'private', NatGatewayAddresses: [{ PrivateIp: '10.0.1.9' }, { PrivateIp: '10.0.1.10' }] },
        { NatGatewayId: 'nat-2', VpcId: VPC, State: 'available', AvailabilityMode: 'regional' },
      ],
    });
    expect(findResource(design, 'nat-1', 'nat-gateway')).toMatchObject({ connectivity: 'private', availability: 'zonal', state: 'pending', addresses: { 'address-1': { privateAddress: '10.0.1.9' }, 'address-2': { privateAddress: '10.0.1.10' } } });
    expect(findResource(design, 'nat-2', 'nat-gateway')).toMatchObject({ availability: 'regional', vpc: VPC, addresses: {} });
  });

  test('a VPN with static routes gives the network behind it their blocks', () => {
    const VpnConnections = [
      { VpnConnectionId: 'vpn-1', CustomerGatewayId: 'cgw-0701', VpnGatewayId: 'vgw-0e01', State: 'available', Options: { StaticRoutesOnly: true }, Routes: [{ DestinationCidrBlock: '172.20.0.0/16', State: 'available' }, { DestinationCidrBlock: '172.21.0.0/16', State: 'deleted' }] },
    ];
    const { design } = importWith({ VpnConnections });
    expect(findResource(design, 'vpn-1', 'vpn-connection')).toMatchObject({ routing: 'static', gateway: 'vgw-0e01', staticRoutes: { 'route-1': { cidr: '172.20.0.0/16' } } });
    expect(Object.values(findResource(design, 'onprem-cgw-0701', 'on-premises-network').cidrs)).toEqual([{ cidr: '172.20.0.0/16' }]);
  });
});

describe('DB instances and their interfaces', () => {
  const [database] = exampleAccount['DBInstances'] as readonly object[];
  const eni = (id: string, subnet: string, ip: string): object => ({ NetworkInterfaceId: id, SubnetId: subnet, VpcId: VPC, RequesterId: 'amazon-rds', Groups: [{ GroupId: 'sg-0202' }], PrivateIpAddress: ip });
  const attachments = (account: Account): unknown[] => {
    const { design } = importWith(account);
    return Object.values(design.resources).flatMap((one) => (one.kind === 'network-interface' && one.owner === 'rds' ? [one.attachment ?? null] : []));
  };
  test.each<[string, Account, unknown[]]>([
    ['two that could be it', { NetworkInterfaces: [eni('eni-1', 'subnet-0b02', '10.0.1.5'), eni('eni-2', 'subnet-0b02', '10.0.1.6')] }, [null, null]],
    ['two DB instances it could be of', { DBInstances: [database, { ...database, DBInstanceIdentifier: 'other', DBInstanceArn: 'arn:aws:rds:eu-west-1:111122223333:db:other' }] }, [null]],
    ['another zone', { NetworkInterfaces: [eni('eni-1', 'subnet-0b03', '10.0.2.5')] }, [null]],
    [
      'a standby in another zone',
      { DBInstances: [{ ...database, MultiAZ: true, SecondaryAvailabilityZone: 'eu-west-1b' }], NetworkInterfaces: [eni('eni-1', 'subnet-0b02', '10.0.1.5'), eni('eni-2', 'subnet-0b03', '10.0.2.5')] },
      [{ resource: 'orders', deviceIndex: 0, role: 'primary' }, { resource: 'orders', deviceIndex: 0, role: 'standby' }],
    ],
  ])('%s', (_, account, expected) => {
    expect(attachments(account)).toEqual(expected);
  });
});

describe('addresses', () => {
  test('a holder that is in no file is said and the address kept', () => {
    const { design, report } = importWith({ Addresses: [{ PublicIp: '203.0.113.77', AllocationId: 'eipalloc-7', NetworkInterfaceId: 'eni-lost' }] });
    expect(findResource(design, 'eipalloc-7', 'elastic-ip').address).toBe('203.0.113.77');
    expect(sentencesOf(report, 'broken-reference')).toContain('eipalloc-7 names eni-lost, which is in no file.');
  });

  test('interfaces that instances of one anonymous id share are told apart', () => {
    const instance = (id: string, ip: string): object => ({ InstanceId: id, InstanceType: 't3.micro', State: { Name: 'running' }, NetworkInterfaces: [{ NetworkInterfaceId: 'eni-0', SubnetId: 'subnet-0b01', PrivateIpAddress: ip }] });
    const { design, report } = importWith({ NetworkInterfaces: [], Reservations: [{ Instances: [instance('i-1', '10.0.0.1'), instance('i-2', '10.0.0.2')] }] });
    expect(findResource(design, 'eni-0', 'network-interface').attachment).toEqual({ resource: 'i-1', deviceIndex: 0 });
    expect(findResource(design, 'eni-0-of-i-2', 'network-interface').attachment).toEqual({ resource: 'i-2', deviceIndex: 0 });
    expect(sentencesOf(report, 'broken-reference')).toContain("i-2 has the interface eni-0, which is another one's in these files; it is drawn as eni-0-of-i-2.");
  });
});

describe('what is not modelled', () => {
  test('is kept whole with its place, and details lie with what they are of', () => {
    const { design, report } = importWith({
      ClientVpnEndpoints: [{ ClientVpnEndpointId: 'cvpn-endpoint-1', VpcId: VPC, Tags: [{ Key: 'Name', Value: 'staff' }] }],
    });
    expect(findResource(design, 'cvpn-endpoint-1', 'unmodelled')).toMatchObject({ type: 'client-vpn-endpoint', name: 'staff', region: 'region-eu-west-1', data: { ClientVpnEndpointId: 'cvpn-endpoint-1' } });
    expect(sentencesOf(report, 'not-modelled')).toContain('1 Client VPN endpoint was kept whole; Reachable does not judge it yet, and what depends on it is undetermined.');
  });

  test('details find what they are of beside the list, in the path, or not at all', () => {
    const { design, report } = importFiles([
      ...toFiles(exampleAccount),
      { path: 'x/beside.json', document: { PrefixListId: 'pl-0301', Entries: [{ Cidr: '198.51.100.0/24' }] } },
      { path: 'x/health.json', document: { TargetHealthDescriptions: [{ Target: { Id: 'i-1' } }] } },
    ]);
    expect(findResource(design, 'pl-0301', 'prefix-list').entries).toEqual({ 'entry-1': { cidr: '198.51.100.0/24' } });
    expect(sentencesOf(report, 'broken-reference')).toContain('An entry of "TargetHealthDescriptions" in x/health.json does not say which target group it is of; put TargetGroupArn beside the list.');
  });

  test('keys of tunnels are never kept', () => {
    const { design } = importWith({ virtualInterfaces: [{ virtualInterfaceId: 'dxvif-1', virtualInterfaceType: 'private', authKey: 'hush', bgpPeers: [{ authKey: 'hush', asn: 65000 }] }] });
    expect(findResource(design, 'dxvif-1', 'virtual-interface').type).toBe('private');
    expect(JSON.stringify(design)).not.toContain('hush');
  });
});

describe('what is not read', () => {
  test.each<[string, Account, string]>([
    ['an unknown key', { Volumes: [{ VolumeId: 'vol-1' }, { VolumeId: 'vol-2' }] }, '"Volumes" in shop/eu-west-1/Volumes.json is not read by Reachable; 2 entries were left out: vol-1 and vol-2.'],
    ['an unknown object', { AccountSummary: { Users: 3 } }, '"AccountSummary" in shop/eu-west-1/AccountSummary.json is not read by Reachable; 1 entry was left out: one without an id.'],
    ['an unknown empty list', { Hosts: [] }, '"Hosts" in shop/eu-west-1/Hosts.json is empty, and Reachable does not read it.'],
    ['a further page', { NextToken: 'abc' }, 'shop/eu-west-1/NextToken.json holds none of the lists that "aws … describe-…" prints under a top-level key; it was left out.'],
  ])('%s is named', (_, added, sentence) => {
    expect(sentencesOf(importWith(added).report, 'skipped')).toContain(sentence);
  });

  test('a list that goes on is said', () => {
    const { report } = importFiles([{ path: 'us-east-1/v.json', document: { Vpcs: [], NextToken: 'abc' } }]);
    expect(sentencesOf(report, 'skipped')).toEqual(['us-east-1/v.json ends with a NextToken: AWS has more to list; run the call without --max-items and import again.']);
  });
});
