import { z } from 'zod';
import { clientSchema } from './client.ts';
import { customerGatewaySchema } from './customer-gateway.ts';
import { dbInstanceSchema } from './db-instance.ts';
import { dbSubnetGroupSchema } from './db-subnet-group.ts';
import { directConnectGatewaySchema } from './direct-connect-gateway.ts';
import { egressOnlyInternetGatewaySchema } from './egress-only-internet-gateway.ts';
import { elasticIpSchema } from './elastic-ip.ts';
import { iamRoleSchema } from './iam-role.ts';
import { instanceSchema } from './instance.ts';
import { internetGatewaySchema } from './internet-gateway.ts';
import { internetSchema } from './internet.ts';
import { loadBalancerSchema } from './load-balancer.ts';
import { natGatewaySchema } from './nat-gateway.ts';
import { networkAclSchema } from './network-acl.ts';
import { networkInterfaceSchema } from './network-interface.ts';
import { onPremisesNetworkSchema } from './on-premises-network.ts';
import { prefixListSchema } from './prefix-list.ts';
import { regionSchema } from './region.ts';
import { routeTableSchema } from './route-table.ts';
import { securityGroupSchema } from './security-group.ts';
import { subnetSchema } from './subnet.ts';
import { targetGroupSchema } from './target-group.ts';
import { transitGatewayAttachmentSchema } from './transit-gateway-attachment.ts';
import { transitGatewayRouteTableSchema } from './transit-gateway-route-table.ts';
import { transitGatewaySchema } from './transit-gateway.ts';
import { unmodelledSchema } from './unmodelled.ts';
import { virtualInterfaceSchema } from './virtual-interface.ts';
import { virtualPrivateGatewaySchema } from './virtual-private-gateway.ts';
import { vpcEndpointSchema } from './vpc-endpoint.ts';
import { vpcPeeringConnectionSchema } from './vpc-peering-connection.ts';
import { vpcSchema } from './vpc.ts';
import { vpnConnectionSchema } from './vpn-connection.ts';

/** Every resource kind, once. */
export const resourceSchemas = [
  regionSchema,
  vpcSchema,
  subnetSchema,
  routeTableSchema,
  internetGatewaySchema,
  egressOnlyInternetGatewaySchema,
  natGatewaySchema,
  virtualPrivateGatewaySchema,
  customerGatewaySchema,
  vpnConnectionSchema,
  transitGatewaySchema,
  transitGatewayRouteTableSchema,
  transitGatewayAttachmentSchema,
  directConnectGatewaySchema,
  virtualInterfaceSchema,
  networkAclSchema,
  securityGroupSchema,
  instanceSchema,
  networkInterfaceSchema,
  elasticIpSchema,
  dbSubnetGroupSchema,
  dbInstanceSchema,
  onPremisesNetworkSchema,
  clientSchema,
  internetSchema,
  vpcPeeringConnectionSchema,
  prefixListSchema,
  loadBalancerSchema,
  targetGroupSchema,
  vpcEndpointSchema,
  iamRoleSchema,
  unmodelledSchema,
] as const;

export const resourceSchema = z.discriminatedUnion('kind', resourceSchemas);
export type Resource = z.infer<typeof resourceSchema>;
export type ResourceKind = Resource['kind'];
export type ResourceOfKind<Kind extends ResourceKind> = Extract<Resource, { kind: Kind }>;

export type { Client } from './client.ts';
export type { CustomerGateway } from './customer-gateway.ts';
export type { DbInstance } from './db-instance.ts';
export type { DbSubnetGroup } from './db-subnet-group.ts';
export type { DirectConnectAssociation, DirectConnectGateway } from './direct-connect-gateway.ts';
export type { EgressOnlyInternetGateway } from './egress-only-internet-gateway.ts';
export type { ElasticIp } from './elastic-ip.ts';
export type { IamRole, PolicyDocument, RolePolicy } from './iam-role.ts';
export type { Instance, Service } from './instance.ts';
export type { InternetGateway } from './internet-gateway.ts';
export type { Internet } from './internet.ts';
export type { Listener, LoadBalancer } from './load-balancer.ts';
export type { NatGateway } from './nat-gateway.ts';
export type { NetworkAcl, NetworkAclRule } from './network-acl.ts';
export type { NetworkInterface, PrivateAddress } from './network-interface.ts';
export type { OnPremisesNetwork } from './on-premises-network.ts';
export type { PrefixList, PrefixListEntry } from './prefix-list.ts';
export type { BlockPublicAccessExclusion, Region } from './region.ts';
export type { Route, RouteTable } from './route-table.ts';
export type { GroupPeer, SecurityGroup, SecurityGroupRule } from './security-group.ts';
export type { Subnet } from './subnet.ts';
export type { Target, TargetGroup } from './target-group.ts';
export type { TransitGateway } from './transit-gateway.ts';
export type { TransitGatewayAttachment } from './transit-gateway-attachment.ts';
export type { TransitGatewayRoute, TransitGatewayRouteTable } from './transit-gateway-route-table.ts';
export type { Unmodelled } from './unmodelled.ts';
export type { VirtualInterface } from './virtual-interface.ts';
export type { VirtualPrivateGateway } from './virtual-private-gateway.ts';
export type { VpcEndpoint } from './vpc-endpoint.ts';
export type { PeeringSide, VpcPeeringConnection } from './vpc-peering-connection.ts';
export type { Vpc } from './vpc.ts';
export type { VpnConnection } from './vpn-connection.ts';
