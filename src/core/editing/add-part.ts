import { addClient, addInternet, addOnPremisesNetwork } from './adding/add-outside.ts';
import { addCustomerGateway, addEgressOnlyInternetGateway, addInternetGateway, addNatGateway, addVirtualPrivateGateway } from './adding/add-gateway.ts';
import { addRegionalNatGateway } from './adding/add-regional-nat-gateway.ts';
import { addDbInstance } from './adding/add-db-instance.ts';
import { addElasticIp } from './adding/add-elastic-ip.ts';
import { addInstance } from './adding/add-instance.ts';
import { addNetworkAcl, addRouteTable, addSecurityGroup } from './adding/add-rules.ts';
import { addNetworkInterface } from './adding/add-network-interface.ts';
import { addLoadBalancer, addTargetGroup } from './adding/add-load-balancer.ts';
import { addVpcEndpoint } from './adding/add-vpc-endpoint.ts';
import { addRegion } from './adding/add-region.ts';
import { addSubnet } from './adding/add-subnet.ts';
import { addDirectConnectGateway, addTransitGateway, addVirtualInterface } from './adding/add-transit.ts';
import { addVpc, addZone } from './adding/add-vpc.ts';
import { addPrefixList } from './adding/add-prefix-list.ts';
import { addVpcPeeringConnection } from './adding/add-vpc-peering-connection.ts';
import { addVpnConnection } from './adding/add-vpn-connection.ts';
import type { Adder } from './adding/adding.ts';
import type { Box, Design } from '../model/design.ts';
import type { RandomSource } from '../model/ids.ts';
import { readContainer } from './container.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { uniqueName } from './names.ts';
import type { PartId } from './parts.ts';

const ADDERS: Readonly<Record<PartId, Adder>> = {
  region: addRegion,
  vpc: addVpc,
  'availability-zone': addZone,
  subnet: addSubnet,
  'route-table': addRouteTable,
  'internet-gateway': addInternetGateway,
  'egress-only-internet-gateway': addEgressOnlyInternetGateway,
  'nat-gateway': addNatGateway,
  'regional-nat-gateway': addRegionalNatGateway,
  'virtual-private-gateway': addVirtualPrivateGateway,
  'customer-gateway': addCustomerGateway,
  'vpn-connection': addVpnConnection,
  'transit-gateway': addTransitGateway,
  'direct-connect-gateway': addDirectConnectGateway,
  'virtual-interface': addVirtualInterface,
  'vpc-peering-connection': addVpcPeeringConnection,
  'prefix-list': addPrefixList,
  'load-balancer': addLoadBalancer,
  'target-group': addTargetGroup,
  'vpc-endpoint': addVpcEndpoint,
  'network-acl': addNetworkAcl,
  'security-group': addSecurityGroup,
  instance: addInstance,
  'network-interface': addNetworkInterface,
  'elastic-ip': addElasticIp,
  'db-instance': addDbInstance,
  'on-premises-network': addOnPremisesNetwork,
  client: addClient,
  internet: addInternet,
};

export interface AddPartRequest {
  readonly part: PartId;
  /** Key of what it is dropped on: a resource id, `zone:<vpc id>:<zone>`, or nothing for the canvas. */
  readonly container?: string | undefined;
  /** Canvas pixels at 100 %, relative to the container. */
  readonly at?: Box | undefined;
  readonly random: RandomSource;
  /** Made unique with a number when another resource has it; of a zone or Region its code. Without it one is made. */
  readonly name?: string | undefined;
}

/**
 * Adds a part of the palette where it is dropped, with what AWS makes along with it and with AWS's defaults. Refuses, in
 * one sentence, what AWS would not allow or what has no meaning in that place.
 */
export function addPart(design: Design, { part, container, at, random, name }: AddPartRequest): EditResult {
  return edit(
    design,
    (draft) => {
      const isCode = part === 'region' || part === 'availability-zone';
      const free = name === undefined || isCode ? name : uniqueName(design, name);
      return ADDERS[part](draft, { container: readContainer(design, container), at, name: free });
    },
    random,
  );
}
