/** What an id's beginning says: the top-level key under which AWS prints such things, and the words of the call. */
export interface AwsKey {
  readonly prefix: string;
  readonly key: string;
  /** The word of the call: `describe-` and this. */
  readonly call: string;
  /** Other keys that would hold it too. */
  readonly otherKeys: readonly string[];
}

const toKey = ([prefix, key, call, ...otherKeys]: readonly [string, string, string, ...string[]]): AwsKey => ({ prefix, key, call, otherKeys });

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html; longer beginnings come before shorter ones. */
const AWS_KEYS: readonly AwsKey[] = [
  toKey(['vpce-', 'VpcEndpoints', 'vpc-endpoints']),
  toKey(['vpc-', 'Vpcs', 'vpcs']),
  toKey(['subnet-', 'Subnets', 'subnets']),
  toKey(['rtb-', 'RouteTables', 'route-tables']),
  toKey(['acl-', 'NetworkAcls', 'network-acls']),
  toKey(['sg-', 'SecurityGroups', 'security-groups']),
  toKey(['igw-', 'InternetGateways', 'internet-gateways']),
  toKey(['eigw-', 'EgressOnlyInternetGateways', 'egress-only-internet-gateways']),
  toKey(['nat-', 'NatGateways', 'nat-gateways']),
  toKey(['vgw-', 'VpnGateways', 'vpn-gateways']),
  toKey(['cgw-', 'CustomerGateways', 'customer-gateways']),
  toKey(['vpn-', 'VpnConnections', 'vpn-connections']),
  toKey(['pcx-', 'VpcPeeringConnections', 'vpc-peering-connections']),
  toKey(['tgw-rtb-', 'TransitGatewayRouteTables', 'transit-gateway-route-tables']),
  toKey(['tgw-attach-', 'TransitGatewayAttachments', 'transit-gateway-attachments', 'TransitGatewayVpcAttachments', 'TransitGatewayPeeringAttachments']),
  toKey(['tgw-', 'TransitGateways', 'transit-gateways']),
  toKey(['eni-', 'NetworkInterfaces', 'network-interfaces']),
  toKey(['i-', 'Reservations', 'instances', 'Instances']),
  toKey(['pl-', 'ManagedPrefixLists', 'managed-prefix-lists', 'PrefixLists']),
  toKey(['dxvif-', 'virtualInterfaces', 'virtual-interfaces']),
  toKey(['lgw-', 'LocalGateways', 'local-gateways']),
  toKey(['cagw-', 'CarrierGateways', 'carrier-gateways']),
];

/** Where AWS would have printed a thing with this id; `undefined` when the id does not tell. */
export function awsKeyOf(id: string): AwsKey | undefined {
  if (id.includes(':core-network/')) return toKey(['arn:', 'CoreNetworks', 'core-networks']);
  if (id.includes(':targetgroup/')) return toKey(['arn:', 'TargetGroups', 'target-groups']);
  if (id.includes(':loadbalancer/')) return toKey(['arn:', 'LoadBalancers', 'load-balancers']);
  return AWS_KEYS.find(({ prefix }) => id.startsWith(prefix));
}
