import type { Box, Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import { refusePlace } from './adding/adding.ts';
import { readContainer } from './container.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { moveDbInstance, moveInstance, moveNatGateway, moveNetworkInterface } from './moving/move-compute.ts';
import {
  moveClient,
  moveCustomerGateway,
  moveEgressOnlyInternetGateway,
  moveElasticIp,
  moveInternetGateway,
  moveNetworkAcl,
  moveRouteTable,
  moveSecurityGroup,
  moveVirtualPrivateGateway,
  moveVpnConnection,
} from './moving/move-gateway.ts';
import { moveSubnet, moveVpc } from './moving/move-network.ts';
import { movePrefixList, moveVpcPeeringConnection } from './moving/move-vpc-peering-connection.ts';
import type { Mover } from './moving/moving.ts';
import { refuse } from './refusal.ts';

const stayOnCanvas =
  (part: 'region' | 'on-premises-network' | 'internet'): Mover =>
  (_draft, { container }) =>
    container.kind === 'canvas' ? undefined : refusePlace(part, container);

/** What an import found and nobody models can be placed, and means the same wherever it stands. */
const onlyPlace: Mover = () => undefined;

const MOVERS: Readonly<Record<ResourceKind, Mover>> = {
  region: stayOnCanvas('region'),
  'on-premises-network': stayOnCanvas('on-premises-network'),
  internet: stayOnCanvas('internet'),
  vpc: moveVpc,
  subnet: moveSubnet,
  instance: moveInstance,
  'network-interface': moveNetworkInterface,
  'nat-gateway': moveNatGateway,
  'db-instance': moveDbInstance,
  'internet-gateway': moveInternetGateway,
  'egress-only-internet-gateway': moveEgressOnlyInternetGateway,
  'virtual-private-gateway': moveVirtualPrivateGateway,
  'customer-gateway': moveCustomerGateway,
  'vpn-connection': moveVpnConnection,
  'vpc-peering-connection': moveVpcPeeringConnection,
  'prefix-list': movePrefixList,
  'route-table': moveRouteTable,
  'network-acl': moveNetworkAcl,
  'security-group': moveSecurityGroup,
  'elastic-ip': moveElasticIp,
  client: moveClient,
  'db-subnet-group': onlyPlace,
  'load-balancer': onlyPlace,
  'target-group': onlyPlace,
  'vpc-endpoint': onlyPlace,
  'transit-gateway': onlyPlace,
  'transit-gateway-route-table': onlyPlace,
  'transit-gateway-attachment': onlyPlace,
  'direct-connect-gateway': onlyPlace,
  'virtual-interface': onlyPlace,
  'iam-role': onlyPlace,
  unmodelled: onlyPlace,
};

export interface MoveResourceRequest {
  readonly resource: ResourceId;
  /** Key of what it is dropped on: a resource id, `zone:<vpc id>:<zone>`, or nothing for the canvas. */
  readonly container?: string | undefined;
  /** Canvas pixels at 100 %, relative to the container. */
  readonly at?: Box | undefined;
  readonly random: RandomSource;
}

/**
 * Drops a resource of the design somewhere else: an instance gets an address of its new subnet, a gateway is attached or
 * detached, a table or ACL is associated, a group is given. In its own container only its place changes.
 */
export function moveResource(design: Design, { resource: id, container, at, random }: MoveResourceRequest): EditResult {
  return edit(
    design,
    (draft) => {
      const resource = draft.find(id) ?? refuse(`${id} is not in the design.`);
      const said = MOVERS[resource.kind](draft, { id, container: readContainer(design, container) });
      if (draft.find(id)) draft.place(id, at);
      return { said: said ?? `Place ${draft.nameOf(id)}`, select: draft.find(id) ? [id] : [] };
    },
    random,
  );
}
