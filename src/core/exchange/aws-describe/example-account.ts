// An account that was made up for tests: every sort of thing once, in the words of AWS's answers.
const ACCOUNT = '111122223333';
const VPC = 'vpc-0a01';
const name = (value: string): readonly object[] => [{ Key: 'Name', Value: value }];

const network = {
  AvailabilityZones: [{ ZoneName: 'eu-west-1a', RegionName: 'eu-west-1' }],
  Vpcs: [
    {
      VpcId: VPC,
      OwnerId: ACCOUNT,
      CidrBlock: '10.0.0.0/16',
      CidrBlockAssociationSet: [
        { CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } },
        { CidrBlock: '100.64.0.0/16', CidrBlockState: { State: 'associated' } },
        { CidrBlock: '100.65.0.0/16', CidrBlockState: { State: 'disassociated' } },
      ],
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8:1200::/56', Ipv6CidrBlockState: { State: 'associated' } }],
      IsDefault: false,
      Tags: name('shop'),
    },
  ],
  Subnets: [
    {
      SubnetId: 'subnet-0b01',
      VpcId: VPC,
      OwnerId: ACCOUNT,
      AvailabilityZone: 'eu-west-1a',
      CidrBlock: '10.0.0.0/24',
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8:1200::/64', Ipv6CidrBlockState: { State: 'associated' } }],
      MapPublicIpOnLaunch: true,
      Tags: name('public a'),
    },
    { SubnetId: 'subnet-0b02', VpcId: VPC, AvailabilityZone: 'eu-west-1a', CidrBlock: '10.0.1.0/24', MapPublicIpOnLaunch: false },
    { SubnetId: 'subnet-0b03', VpcId: VPC, AvailabilityZone: 'eu-west-1b', CidrBlock: '10.0.2.0/24', MapPublicIpOnLaunch: false },
  ],
  RouteTables: [
    {
      RouteTableId: 'rtb-0c01',
      VpcId: VPC,
      Associations: [{ Main: true }],
      PropagatingVgws: [{ GatewayId: 'vgw-0e01' }],
      Routes: [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
        { DestinationIpv6CidrBlock: '2001:db8:1200::/56', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
        { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-0f01', Origin: 'CreateRoute', State: 'active' },
        { DestinationCidrBlock: '192.168.0.0/16', GatewayId: 'vgw-0e01', Origin: 'EnableVgwRoutePropagation', State: 'active' },
        { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'vgw-0e01', Origin: 'EnableVgwRoutePropagation', State: 'active' },
      ],
    },
    {
      RouteTableId: 'rtb-0c02',
      VpcId: VPC,
      Associations: [{ Main: false, SubnetId: 'subnet-0b01', AssociationState: { State: 'associated' } }],
      Routes: [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
        { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0d01', Origin: 'CreateRoute', State: 'active' },
        { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-0d01', Origin: 'CreateRoute', State: 'active' },
      ],
    },
  ],
  NetworkAcls: [
    {
      NetworkAclId: 'acl-0101',
      VpcId: VPC,
      IsDefault: true,
      Associations: [{ SubnetId: 'subnet-0b02' }],
      Entries: [
        { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', Egress: false, CidrBlock: '0.0.0.0/0' },
        { RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', Egress: false, CidrBlock: '0.0.0.0/0' },
        { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', Egress: true, CidrBlock: '0.0.0.0/0' },
        { RuleNumber: 32768, Protocol: '-1', RuleAction: 'deny', Egress: true, Ipv6CidrBlock: '::/0' },
      ],
    },
    {
      NetworkAclId: 'acl-0102',
      VpcId: VPC,
      IsDefault: false,
      Associations: [{ SubnetId: 'subnet-0b01' }],
      Entries: [
        { RuleNumber: 110, Protocol: '6', RuleAction: 'allow', Egress: false, CidrBlock: '0.0.0.0/0', PortRange: { From: 443, To: 443 } },
        { RuleNumber: 120, Protocol: '1', RuleAction: 'allow', Egress: false, CidrBlock: '0.0.0.0/0', IcmpTypeCode: { Type: 3, Code: 4 } },
        { RuleNumber: 130, Protocol: '47', RuleAction: 'deny', Egress: true, Ipv6CidrBlock: '2001:db8::/32' },
      ],
    },
  ],
  InternetGateways: [{ InternetGatewayId: 'igw-0d01', OwnerId: ACCOUNT, Attachments: [{ State: 'available', VpcId: VPC }] }],
};

const groups = {
  SecurityGroups: [
    {
      GroupId: 'sg-0201',
      GroupName: 'web',
      Description: 'Web servers',
      VpcId: VPC,
      OwnerId: ACCOUNT,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'HTTPS' }],
          Ipv6Ranges: [{ CidrIpv6: '::/0' }],
          PrefixListIds: [{ PrefixListId: 'pl-0301' }],
        },
        { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
      ],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    {
      GroupId: 'sg-0202',
      GroupName: 'database',
      Description: 'MySQL',
      VpcId: VPC,
      OwnerId: ACCOUNT,
      IpPermissions: [
        {
          IpProtocol: '6',
          FromPort: 3306,
          ToPort: 3306,
          UserIdGroupPairs: [
            { GroupId: 'sg-0201', UserId: ACCOUNT },
            { GroupId: 'sg-0909', UserId: '444455556666', VpcPeeringConnectionId: 'pcx-0401' },
          ],
        },
      ],
    },
    { GroupId: 'sg-0203', GroupName: 'default', Description: 'default VPC security group', VpcId: VPC, OwnerId: ACCOUNT },
  ],
};

const gateways = {
  NatGateways: [
    {
      NatGatewayId: 'nat-0f01',
      SubnetId: 'subnet-0b01',
      VpcId: VPC,
      State: 'available',
      ConnectivityType: 'public',
      NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-0501', AllocationId: 'eipalloc-0601', PublicIp: '203.0.113.10', PrivateIp: '10.0.0.10', IsPrimary: true }],
    },
  ],
  VpnGateways: [{ VpnGatewayId: 'vgw-0e01', State: 'available', AmazonSideAsn: 64512, VpcAttachments: [{ State: 'attached', VpcId: VPC }] }],
  CustomerGateways: [{ CustomerGatewayId: 'cgw-0701', IpAddress: '198.51.100.7', BgpAsn: '65000', State: 'available', Tags: name('office') }],
  VpnConnections: [
    {
      VpnConnectionId: 'vpn-0801',
      CustomerGatewayId: 'cgw-0701',
      VpnGatewayId: 'vgw-0e01',
      CustomerGatewayConfiguration: '<pre_shared_key>never to be seen</pre_shared_key>',
      State: 'available',
      Options: { StaticRoutesOnly: false },
      VgwTelemetry: [
        { OutsideIpAddress: '203.0.113.50', Status: 'UP' },
        { OutsideIpAddress: '203.0.113.51', Status: 'DOWN' },
      ],
    },
  ],
};

const attachment = (InstanceId: string, DeviceIndex = 0): object => ({ InstanceId, DeviceIndex, InstanceOwnerId: ACCOUNT, Status: 'attached' });

const interfaces = {
  NetworkInterfaces: [
    {
      NetworkInterfaceId: 'eni-0501',
      SubnetId: 'subnet-0b01',
      VpcId: VPC,
      InterfaceType: 'nat_gateway',
      Description: 'Interface for NAT Gateway nat-0f01',
      RequesterManaged: true,
      PrivateIpAddress: '10.0.0.10',
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.10', Primary: true }],
    },
    {
      NetworkInterfaceId: 'eni-0502',
      SubnetId: 'subnet-0b01',
      VpcId: VPC,
      OwnerId: ACCOUNT,
      InterfaceType: 'interface',
      Groups: [{ GroupId: 'sg-0201', GroupName: 'web' }],
      SourceDestCheck: false,
      Attachment: attachment('i-0a11'),
      Association: { PublicIp: '203.0.113.20', IpOwnerId: 'amazon' },
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.0.20', Primary: true, Association: { PublicIp: '203.0.113.20', IpOwnerId: 'amazon' } },
        { PrivateIpAddress: '10.0.0.21', Primary: false, Association: { PublicIp: '203.0.113.21', IpOwnerId: ACCOUNT, AllocationId: 'eipalloc-0602' } },
      ],
      Ipv6Addresses: [{ Ipv6Address: '2001:db8:1200::20' }],
    },
    {
      NetworkInterfaceId: 'eni-0503',
      SubnetId: 'subnet-0b02',
      VpcId: VPC,
      InterfaceType: 'interface',
      RequesterId: 'amazon-rds',
      Description: 'RDSNetworkInterface',
      Groups: [{ GroupId: 'sg-0202' }],
      Attachment: { InstanceOwnerId: 'amazon-rds', DeviceIndex: 1, Status: 'attached' },
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.50', Primary: true }],
    },
    {
      NetworkInterfaceId: 'eni-0504',
      SubnetId: 'subnet-0b03',
      VpcId: VPC,
      InterfaceType: 'vpc_endpoint',
      Description: 'VPC Endpoint Interface vpce-0901',
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.2.60', Primary: true }],
    },
  ],
};

const machines = {
  Reservations: [
    {
      ReservationId: 'r-0b11',
      OwnerId: ACCOUNT,
      Instances: [
        {
          InstanceId: 'i-0a11',
          InstanceType: 't3.micro',
          ImageId: 'ami-0c11',
          State: { Code: 16, Name: 'running' },
          IamInstanceProfile: { Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/servers/web-role` },
          SubnetId: 'subnet-0b01',
          VpcId: VPC,
          NetworkInterfaces: [{ NetworkInterfaceId: 'eni-0502', SubnetId: 'subnet-0b01', Attachment: { DeviceIndex: 0 } }],
          Tags: name('web 1'),
        },
        { InstanceId: 'i-0a12', InstanceType: 't3.micro', Platform: 'windows', State: { Code: 48, Name: 'terminated' }, NetworkInterfaces: [] },
      ],
    },
  ],
  Images: [{ ImageId: 'ami-0c11', Name: 'al2023-ami-2023.6.20250101.0-kernel-6.1-x86_64' }],
};

const services = {
  Addresses: [
    { PublicIp: '203.0.113.10', AllocationId: 'eipalloc-0601', NetworkInterfaceId: 'eni-0501', PrivateIpAddress: '10.0.0.10' },
    { PublicIp: '203.0.113.21', AllocationId: 'eipalloc-0602', NetworkInterfaceId: 'eni-0502', PrivateIpAddress: '10.0.0.21', InstanceId: 'i-0a11' },
    { PublicIp: '203.0.113.99', AllocationId: 'eipalloc-0603' },
  ],
  DBInstances: [
    {
      DBInstanceIdentifier: 'orders',
      DBInstanceArn: `arn:aws:rds:eu-west-1:${ACCOUNT}:db:orders`,
      DBInstanceClass: 'db.t3.micro',
      DBInstanceStatus: 'available',
      Engine: 'mysql',
      Endpoint: { Port: 3306 },
      AvailabilityZone: 'eu-west-1a',
      MultiAZ: false,
      PubliclyAccessible: false,
      VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-0202', Status: 'active' }],
      DBSubnetGroup: { DBSubnetGroupName: 'private', VpcId: VPC, Subnets: [{ SubnetIdentifier: 'subnet-0b02' }, { SubnetIdentifier: 'subnet-0b03' }] },
    },
  ],
  VpcEndpoints: [{ VpcEndpointId: 'vpce-0901', VpcId: VPC, SubnetIds: ['subnet-0b03'], NetworkInterfaceIds: ['eni-0504'], VpcEndpointType: 'Interface' }],
  ManagedPrefixLists: [{ PrefixListId: 'pl-0301', PrefixListName: 'offices', OwnerId: ACCOUNT }],
  VpcBlockPublicAccessOptions: { AwsAccountId: ACCOUNT, AwsRegion: 'eu-west-1', State: 'default-state', InternetGatewayBlockMode: 'block-ingress' },
};

/** The answers of an account, by top-level key. */
export type Account = Readonly<Record<string, unknown>>;
export const exampleAccount: Account = { ...network, ...groups, ...gateways, ...interfaces, ...machines, ...services };

/** The account as files in one folder, each named after its key. */
export const toFiles = (account: Account, folder = 'shop/eu-west-1'): { path: string; document: unknown }[] =>
  Object.entries(account).map(([key, value]) => ({ path: `${folder}/${key}.json`, document: { [key]: value } }));
