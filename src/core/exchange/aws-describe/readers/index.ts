import type { Reader } from '../define-reader.ts';
import { addresses } from './addresses.ts';
import { availabilityZones } from './availability-zones.ts';
import { cacheClusters } from './cache-clusters.ts';
import { carrierGateways } from './carrier-gateways.ts';
import { classicLoadBalancerAttributes } from './classic-load-balancer-attributes.ts';
import { clientVpnEndpoints } from './client-vpn-endpoints.ts';
import { coreNetworks } from './core-networks.ts';
import { customerGateways } from './customer-gateways.ts';
import { dbClusters } from './db-clusters.ts';
import { dbInstances } from './db-instances.ts';
import { dbProxies } from './db-proxies.ts';
import { dbSubnetGroups } from './db-subnet-groups.ts';
import { directConnectGatewayAssociations } from './direct-connect-gateway-associations.ts';
import { directConnectGatewayAttachments } from './direct-connect-gateway-attachments.ts';
import { directConnectGateways } from './direct-connect-gateways.ts';
import { domainStatusList } from './domain-status-list.ts';
import { egressOnlyInternetGateways } from './egress-only-internet-gateways.ts';
import { functions } from './functions.ts';
import { iamAttachedPolicies } from './iam-attached-policies.ts';
import { iamInstanceProfiles } from './iam-instance-profiles.ts';
import { iamPolicies } from './iam-policies.ts';
import { iamPolicyVersions } from './iam-policy-versions.ts';
import { iamRolePolicies } from './iam-role-policies.ts';
import { iamRolePolicyNames } from './iam-role-policy-names.ts';
import { iamRoles } from './iam-roles.ts';
import { images } from './images.ts';
import { instanceAttributes } from './instance-attributes.ts';
import { instanceConnectEndpoints } from './instance-connect-endpoints.ts';
import { instances } from './instances.ts';
import { internetGateways } from './internet-gateways.ts';
import { listenerRules } from './listener-rules.ts';
import { listeners } from './listeners.ts';
import { loadBalancerDescriptions } from './load-balancer-descriptions.ts';
import { loadBalancers } from './load-balancers.ts';
import { loadBalancingAttributes } from './load-balancing-attributes.ts';
import { localGateways } from './local-gateways.ts';
import { managedPrefixLists } from './managed-prefix-lists.ts';
import { mountTargets } from './mount-targets.ts';
import { natGateways } from './nat-gateways.ts';
import { networkAcls } from './network-acls.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import { prefixLists } from './prefix-lists.ts';
import { resourcePolicies } from './resource-policies.ts';
import { routeTables } from './route-tables.ts';
import { securityGroupRules } from './security-group-rules.ts';
import { securityGroups } from './security-groups.ts';
import { subnets } from './subnets.ts';
import { tags } from './tags.ts';
import { targetGroups } from './target-groups.ts';
import { targetHealthDescriptions } from './target-health-descriptions.ts';
import { transitGatewayAttachments } from './transit-gateway-attachments.ts';
import { transitGatewayConnects } from './transit-gateway-connects.ts';
import { transitGatewayPeeringAttachments } from './transit-gateway-peering-attachments.ts';
import { transitGatewayPropagations } from './transit-gateway-propagations.ts';
import { transitGatewayRouteTableAssociations } from './transit-gateway-route-table-associations.ts';
import { transitGatewayRouteTablePropagations } from './transit-gateway-route-table-propagations.ts';
import { transitGatewayRouteTables } from './transit-gateway-route-tables.ts';
import { transitGatewayRoutes } from './transit-gateway-routes.ts';
import { transitGatewayStaticRoutes } from './transit-gateway-static-routes.ts';
import { transitGatewayVpcAttachments } from './transit-gateway-vpc-attachments.ts';
import { transitGateways } from './transit-gateways.ts';
import { virtualInterfaces } from './virtual-interfaces.ts';
import { vpcAttributes } from './vpc-attributes.ts';
import { vpcBlockPublicAccessExclusions } from './vpc-block-public-access-exclusions.ts';
import { vpcBlockPublicAccessOptions } from './vpc-block-public-access-options.ts';
import { vpcEndpoints } from './vpc-endpoints.ts';
import { vpcPeeringConnections } from './vpc-peering-connections.ts';
import { vpcs } from './vpcs.ts';
import { vpnConnections } from './vpn-connections.ts';
import { vpnGateways } from './vpn-gateways.ts';

/**
 * Every top-level key that is read, once. The order counts: VPCs before what stands in them, subnets before the tables
 * and ACLs that name them, NAT gateways before their interfaces, interfaces before instances and addresses, things
 * before their details.
 */
export const readers: readonly Reader[] = [
  availabilityZones,
  tags,
  images,
  vpcs,
  vpcAttributes,
  subnets,
  routeTables,
  networkAcls,
  securityGroups,
  securityGroupRules,
  internetGateways,
  natGateways,
  vpnGateways,
  customerGateways,
  vpnConnections,
  networkInterfaces,
  instances,
  instanceAttributes,
  addresses,
  dbSubnetGroups,
  dbInstances,
  vpcBlockPublicAccessOptions,
  vpcPeeringConnections,
  transitGateways,
  transitGatewayVpcAttachments,
  transitGatewayPeeringAttachments,
  transitGatewayConnects,
  transitGatewayAttachments,
  transitGatewayRouteTables,
  egressOnlyInternetGateways,
  carrierGateways,
  localGateways,
  coreNetworks,
  vpcEndpoints,
  instanceConnectEndpoints,
  clientVpnEndpoints,
  managedPrefixLists,
  prefixLists,
  vpcBlockPublicAccessExclusions,
  loadBalancers,
  loadBalancerDescriptions,
  targetGroups,
  dbClusters,
  dbProxies,
  cacheClusters,
  functions,
  domainStatusList,
  mountTargets,
  directConnectGateways,
  directConnectGatewayAssociations,
  virtualInterfaces,
  directConnectGatewayAttachments,
  transitGatewayPropagations,
  transitGatewayRouteTablePropagations,
  transitGatewayRouteTableAssociations,
  transitGatewayStaticRoutes,
  transitGatewayRoutes,
  prefixListEntries,
  listeners,
  listenerRules,
  targetHealthDescriptions,
  loadBalancingAttributes,
  classicLoadBalancerAttributes,
  iamRoles,
  iamInstanceProfiles,
  iamAttachedPolicies,
  iamRolePolicyNames,
  iamRolePolicies,
  iamPolicies,
  iamPolicyVersions,
  resourcePolicies,
];
