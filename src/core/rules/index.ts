import { addressHeldTwice } from './addressing/address-held-twice.ts';
import { addressOutsideSubnet } from './addressing/address-outside-subnet.ts';
import { dockerRange } from './addressing/docker-range.ts';
import { peeredBlocksOverlap } from './addressing/peered-blocks-overlap.ts';
import { publicAddressHeldTwice } from './addressing/public-address-held-twice.ts';
import { reservedAddress } from './addressing/reserved-address.ts';
import { secondaryBlockRefused } from './addressing/secondary-block-refused.ts';
import { subnetNearlyFull } from './addressing/subnet-nearly-full.ts';
import { subnetOutsideVpc } from './addressing/subnet-outside-vpc.ts';
import { subnetSize } from './addressing/subnet-size.ts';
import { subnetsOverlap } from './addressing/subnets-overlap.ts';
import { tooManySubnets } from './addressing/too-many-subnets.ts';
import { tooManyVpcBlocks } from './addressing/too-many-vpc-blocks.ts';
import { transitBlocksOverlap } from './addressing/transit-blocks-overlap.ts';
import { vpcBlockRange } from './addressing/vpc-block-range.ts';
import { vpcBlockSize } from './addressing/vpc-block-size.ts';
import { vpcBlocksOverlap } from './addressing/vpc-blocks-overlap.ts';
import { vpcDnsOff } from './addressing/vpc-dns-off.ts';
import { vpcOverlapsOnPremises } from './addressing/vpc-overlaps-on-premises.ts';
import { applianceNotDescribed } from './compute/appliance-not-described.ts';
import { autoAssignedAddress } from './compute/auto-assigned-address.ts';
import { elasticIpUnassociated } from './compute/elastic-ip-unassociated.ts';
import { instanceWithoutInterface } from './compute/instance-without-interface.ts';
import { instanceWithoutPublicAddress } from './compute/instance-without-public-address.ts';
import { natInstanceWithoutWayOut } from './compute/nat-instance-without-way-out.ts';
import { publicAddressWithoutRoute } from './compute/public-address-without-route.ts';
import { singleZone } from './compute/single-zone.ts';
import { sourceDestinationCheckOff } from './compute/source-destination-check-off.ts';
import { sourceDestinationCheckOn } from './compute/source-destination-check-on.ts';
import { stoppedWithElasticIp } from './compute/stopped-with-elastic-ip.ts';
import { tooManyInterfaces } from './compute/too-many-interfaces.ts';
import { userDataFault } from './compute/user-data-fault.ts';
import { databaseInPublicSubnet } from './databases/database-in-public-subnet.ts';
import { databasePortClosed } from './databases/database-port-closed.ts';
import { databasePubliclyAccessible } from './databases/database-publicly-accessible.ts';
import { databaseWithoutSubnetGroup } from './databases/database-without-subnet-group.ts';
import { dbSubnetGroupOneZone } from './databases/db-subnet-group-one-zone.ts';
import { standbyInSameZone } from './databases/standby-in-same-zone.ts';
import type { Rule } from './define-rule.ts';
import { databaseExposed } from './exposure/database-exposed.ts';
import { remoteAdministrationExposed } from './exposure/remote-administration-exposed.ts';
import { applianceModeRecommended } from './gateways/appliance-mode-recommended.ts';
import { egressOnlyGatewayUnused } from './gateways/egress-only-gateway-unused.ts';
import { endpointHttpsClosed } from './gateways/endpoint-https-closed.ts';
import { gatewayEndpointUnused } from './gateways/gateway-endpoint-unused.ts';
import { listenerPortClosed } from './gateways/listener-port-closed.ts';
import { listenerWithoutTargets } from './gateways/listener-without-targets.ts';
import { loadBalancerOneZone } from './gateways/load-balancer-one-zone.ts';
import { loadBalancerSubnetSize } from './gateways/load-balancer-subnet-size.ts';
import { loadBalancerWithoutInternetRoute } from './gateways/load-balancer-without-internet-route.ts';
import { targetOutsideZones } from './gateways/target-outside-zones.ts';
import { targetPortClosed } from './gateways/target-port-closed.ts';
import { customerGatewayUnused } from './gateways/customer-gateway-unused.ts';
import { directConnectPrefixNotAllowed } from './gateways/direct-connect-prefix-not-allowed.ts';
import { internetGatewayDetached } from './gateways/internet-gateway-detached.ts';
import { internetGatewayWithoutRoute } from './gateways/internet-gateway-without-route.ts';
import { natGatewayPrivateSubnet } from './gateways/nat-gateway-private-subnet.ts';
import { natGatewayWithoutEndpoint } from './gateways/nat-gateway-without-endpoint.ts';
import { natGatewaySharedAcrossZones } from './gateways/nat-gateway-shared-across-zones.ts';
import { natGatewayUnused } from './gateways/nat-gateway-unused.ts';
import { natGatewayWithoutAddress } from './gateways/nat-gateway-without-address.ts';
import { peeringNotActive } from './gateways/peering-not-active.ts';
import { peeringOneWay } from './gateways/peering-one-way.ts';
import { peeringWithoutRoute } from './gateways/peering-without-route.ts';
import { privateNatToInternet } from './gateways/private-nat-to-internet.ts';
import { publicAccessBlocked } from './gateways/public-access-blocked.ts';
import { publicAccessExclusionUnused } from './gateways/public-access-exclusion-unused.ts';
import { regionalNatGatewayMissingZone } from './gateways/regional-nat-gateway-missing-zone.ts';
import { regionalNatGatewayRefused } from './gateways/regional-nat-gateway-refused.ts';
import { regionalNatGatewayWithoutWayOut } from './gateways/regional-nat-gateway-without-way-out.ts';
import { severalInternetGateways } from './gateways/several-internet-gateways.ts';
import { severalVirtualPrivateGateways } from './gateways/several-virtual-private-gateways.ts';
import { staticVpnWithoutRoutes } from './gateways/static-vpn-without-routes.ts';
import { transitAttachmentMissingZone } from './gateways/transit-attachment-missing-zone.ts';
import { transitAttachmentWithoutTable } from './gateways/transit-attachment-without-table.ts';
import { transitOneWay } from './gateways/transit-one-way.ts';
import { transitPropagationWithoutRoute } from './gateways/transit-propagation-without-route.ts';
import { transitSubnetShared } from './gateways/transit-subnet-shared.ts';
import { virtualPrivateGatewayUnused } from './gateways/virtual-private-gateway-unused.ts';
import { virtualPrivateGatewayWithoutRoute } from './gateways/virtual-private-gateway-without-route.ts';
import { vpnTunnelDown } from './gateways/vpn-tunnel-down.ts';
import { aclDeniesAll } from './network-acls/acl-denies-all.ts';
import { aclDropsReplies } from './network-acls/acl-drops-replies.ts';
import { aclNumberTwice } from './network-acls/acl-number-twice.ts';
import { aclPortsReversed } from './network-acls/acl-ports-reversed.ts';
import { aclRuleNeverReached } from './network-acls/acl-rule-never-reached.ts';
import { aclUnused } from './network-acls/acl-unused.ts';
import { tooManyAclRules } from './network-acls/too-many-acl-rules.ts';
import { danglingReference } from './references/dangling-reference.ts';
import { referenceToAnotherVpc } from './references/reference-to-another-vpc.ts';
import { referenceToWrongKind } from './references/reference-to-wrong-kind.ts';
import { asymmetricRouting } from './routing/asymmetric-routing.ts';
import { dns64WithoutRoute } from './routing/dns64-without-route.ts';
import { edgeApplianceNotPublic } from './routing/edge-appliance-not-public.ts';
import { edgeReturnPastAppliance } from './routing/edge-return-past-appliance.ts';
import { edgeRouteRefused } from './routing/edge-route-refused.ts';
import { edgeTableRefused } from './routing/edge-table-refused.ts';
import { ipv6OnlyWithoutWayOut } from './routing/ipv6-only-without-way-out.ts';
import { ipv6PastNatGateway } from './routing/ipv6-past-nat-gateway.ts';
import { ipv6WithoutDefaultRoute } from './routing/ipv6-without-default-route.ts';
import { mainTablePublic } from './routing/main-table-public.ts';
import { nat64RouteWithoutDns64 } from './routing/nat64-route-without-dns64.ts';
import { overlappingPrefixLists } from './routing/overlapping-prefix-lists.ts';
import { routeDestinationRefused } from './routing/route-destination-refused.ts';
import { routeNeverUsed } from './routing/route-never-used.ts';
import { routeOutsidePeer } from './routing/route-outside-peer.ts';
import { routeTableUnused } from './routing/route-table-unused.ts';
import { routeToNothing } from './routing/route-to-nothing.ts';
import { subnetOnMainTable } from './routing/subnet-on-main-table.ts';
import { tooManyRoutes } from './routing/too-many-routes.ts';
import { transitBlackholeRoute } from './routing/transit-blackhole-route.ts';
import { danglingGroupPeer } from './security-groups/dangling-group-peer.ts';
import { defaultGroupOpened } from './security-groups/default-group-opened.ts';
import { groupOfAnotherRegion } from './security-groups/group-of-another-region.ts';
import { groupPortsReversed } from './security-groups/group-ports-reversed.ts';
import { groupRuleRedundant } from './security-groups/group-rule-redundant.ts';
import { securityGroupUnused } from './security-groups/security-group-unused.ts';
import { stalePeerGroup } from './security-groups/stale-peer-group.ts';
import { tooManyGroupRules } from './security-groups/too-many-group-rules.ts';
import { tooManyGroups } from './security-groups/too-many-groups.ts';
import { wideGroupRule } from './security-groups/wide-group-rule.ts';
import { snapshotIncomplete } from './snapshot/snapshot-incomplete.ts';
import { unmodelledResources } from './snapshot/unmodelled-resources.ts';

/** Every rule, by area. */
export const rules: readonly Rule[] = [
  danglingReference,
  referenceToAnotherVpc,
  referenceToWrongKind,
  addressHeldTwice,
  addressOutsideSubnet,
  dockerRange,
  peeredBlocksOverlap,
  publicAddressHeldTwice,
  reservedAddress,
  secondaryBlockRefused,
  subnetNearlyFull,
  subnetOutsideVpc,
  subnetSize,
  subnetsOverlap,
  tooManySubnets,
  tooManyVpcBlocks,
  transitBlocksOverlap,
  vpcBlockRange,
  vpcBlockSize,
  vpcBlocksOverlap,
  vpcDnsOff,
  vpcOverlapsOnPremises,
  asymmetricRouting,
  dns64WithoutRoute,
  edgeApplianceNotPublic,
  edgeReturnPastAppliance,
  edgeRouteRefused,
  edgeTableRefused,
  ipv6OnlyWithoutWayOut,
  ipv6PastNatGateway,
  ipv6WithoutDefaultRoute,
  mainTablePublic,
  nat64RouteWithoutDns64,
  overlappingPrefixLists,
  routeDestinationRefused,
  routeNeverUsed,
  routeOutsidePeer,
  routeTableUnused,
  routeToNothing,
  subnetOnMainTable,
  tooManyRoutes,
  transitBlackholeRoute,
  danglingGroupPeer,
  defaultGroupOpened,
  groupOfAnotherRegion,
  groupPortsReversed,
  groupRuleRedundant,
  securityGroupUnused,
  stalePeerGroup,
  tooManyGroupRules,
  tooManyGroups,
  wideGroupRule,
  aclDeniesAll,
  aclDropsReplies,
  aclNumberTwice,
  aclPortsReversed,
  aclRuleNeverReached,
  aclUnused,
  tooManyAclRules,
  applianceModeRecommended,
  egressOnlyGatewayUnused,
  endpointHttpsClosed,
  gatewayEndpointUnused,
  listenerPortClosed,
  listenerWithoutTargets,
  loadBalancerOneZone,
  loadBalancerSubnetSize,
  loadBalancerWithoutInternetRoute,
  targetOutsideZones,
  targetPortClosed,
  customerGatewayUnused,
  directConnectPrefixNotAllowed,
  internetGatewayDetached,
  internetGatewayWithoutRoute,
  natGatewayPrivateSubnet,
  natGatewaySharedAcrossZones,
  natGatewayWithoutEndpoint,
  natGatewayUnused,
  natGatewayWithoutAddress,
  peeringNotActive,
  peeringOneWay,
  peeringWithoutRoute,
  privateNatToInternet,
  publicAccessBlocked,
  publicAccessExclusionUnused,
  regionalNatGatewayMissingZone,
  regionalNatGatewayRefused,
  regionalNatGatewayWithoutWayOut,
  severalInternetGateways,
  severalVirtualPrivateGateways,
  staticVpnWithoutRoutes,
  transitAttachmentMissingZone,
  transitAttachmentWithoutTable,
  transitOneWay,
  transitPropagationWithoutRoute,
  transitSubnetShared,
  virtualPrivateGatewayUnused,
  virtualPrivateGatewayWithoutRoute,
  vpnTunnelDown,
  applianceNotDescribed,
  autoAssignedAddress,
  elasticIpUnassociated,
  instanceWithoutInterface,
  instanceWithoutPublicAddress,
  natInstanceWithoutWayOut,
  publicAddressWithoutRoute,
  singleZone,
  sourceDestinationCheckOff,
  sourceDestinationCheckOn,
  stoppedWithElasticIp,
  tooManyInterfaces,
  userDataFault,
  databaseInPublicSubnet,
  databasePortClosed,
  databasePubliclyAccessible,
  databaseWithoutSubnetGroup,
  dbSubnetGroupOneZone,
  standbyInSameZone,
  databaseExposed,
  remoteAdministrationExposed,
  snapshotIncomplete,
  unmodelledResources,
];
