import type { AwsRecord } from './record.ts';

/** The fields by which a record is known without the key it stood under: what `--query Vpcs` or `Reservations[].Instances[]` prints. */
const FIELDS: readonly (readonly [key: string, fields: readonly string[]])[] = [
  ['Reservations', ['ReservationId', 'Instances']],
  ['Instances', ['InstanceId', 'InstanceType', 'State']],
  ['NetworkInterfaces', ['NetworkInterfaceId', 'SubnetId', 'PrivateIpAddresses']],
  ['Subnets', ['SubnetId', 'VpcId', 'CidrBlock']],
  ['Vpcs', ['VpcId', 'CidrBlock', 'State']],
  ['RouteTables', ['RouteTableId', 'VpcId', 'Routes']],
  ['NetworkAcls', ['NetworkAclId', 'VpcId', 'Entries']],
  ['SecurityGroups', ['GroupId', 'GroupName', 'IpPermissions']],
  ['SecurityGroupRules', ['SecurityGroupRuleId', 'GroupId']],
  ['InternetGateways', ['InternetGatewayId', 'Attachments']],
  ['NatGateways', ['NatGatewayId', 'NatGatewayAddresses']],
  ['Addresses', ['PublicIp', 'AllocationId']],
  ['VpcEndpoints', ['VpcEndpointId', 'ServiceName']],
  ['VpcPeeringConnections', ['VpcPeeringConnectionId', 'AccepterVpcInfo']],
  ['TransitGateways', ['TransitGatewayId', 'TransitGatewayArn', 'Options']],
  ['VpnConnections', ['VpnConnectionId', 'CustomerGatewayId']],
  ['VpnGateways', ['VpnGatewayId', 'VpcAttachments']],
  ['CustomerGateways', ['CustomerGatewayId', 'BgpAsn']],
  ['LoadBalancers', ['LoadBalancerArn', 'Scheme']],
  ['TargetGroups', ['TargetGroupArn', 'TargetType']],
  ['Listeners', ['ListenerArn', 'DefaultActions']],
  ['DBInstances', ['DBInstanceIdentifier', 'Engine']],
];

/** The top-level key that a record stood under, when its fields leave no doubt. */
export const keyOfRecord = (record: AwsRecord): string | undefined => FIELDS.find(([, fields]) => fields.every((field) => field in record))?.[0];
