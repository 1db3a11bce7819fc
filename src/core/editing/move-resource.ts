import type { Box, Design } from '../model/design.ts';
import { asResourceId, type RandomSource, type ResourceId } from '../model/ids.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import { refusePlace } from './adding/adding.ts';
import { describeContainer, ownerOfKey, parseZoneKey, readContainer, type Container } from './container.ts';
import type { Draft } from './draft.ts';
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
import { joinNames } from './nouns.ts';
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

/** Zones and standbys stand where something else puts them. */
function refuseFixed(draft: Draft, key: string): void {
  const zone = parseZoneKey(key);
  if (zone) refuse(`Availability Zone ${zone.zone} is part of its VPC; move its subnets instead.`);
  const owner = ownerOfKey(key);
  if (owner !== key) refuse(`AWS chooses where the standby of ${draft.nameOf(owner)} stands; change its DB subnet group instead.`);
}

interface Move {
  readonly key: string;
  readonly container: Container;
  readonly at: Box | undefined;
}

/** Moves one resource; answers nothing when only its place on the canvas changes. */
function moveInDraft(draft: Draft, { key, container, at }: Move): string | undefined {
  refuseFixed(draft, key);
  const id = asResourceId(key);
  const resource = draft.find(id) ?? refuse(`${id} is not in the design.`);
  const said = MOVERS[resource.kind](draft, { id, container });
  if (said !== undefined && at === undefined) forgetPlace(draft, id);
  if (draft.find(id)) draft.place(id, at);
  return said;
}

/** Its place was relative to the container it left. */
function forgetPlace(draft: Draft, id: ResourceId): void {
  const { [id]: _before, ...layout } = draft.design.layout;
  if (Object.hasOwn(draft.design.layout, id)) draft.design = { ...draft.design, layout };
}

export interface MoveResourceRequest {
  readonly resource: ResourceId;
  /** Key of what it is dropped on: a resource id, `zone:<vpc id>:<zone>`, or nothing for the canvas. */
  readonly container?: string | undefined;
  /** Canvas pixels at 100 %, relative to the container; without it a free place is found. */
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
      const said = moveInDraft(draft, { key: id, container: readContainer(design, container), at });
      return { said: said ?? `Place ${draft.nameOf(id)}`, select: draft.find(id) ? [id] : [] };
    },
    random,
  );
}

export interface MoveResourcesRequest {
  /** Resource ids, and keys of zones and standbys, which are refused with the reason. */
  readonly keys: readonly string[];
  readonly container?: string | undefined;
  readonly random: RandomSource;
}

/**
 * Moves resources to a container, all or none of them, as in a list, where nothing has a place: what would change nothing
 * is refused. Those that are there already stay.
 */
export function moveResources(design: Design, { keys, container: key, random }: MoveResourcesRequest): EditResult {
  return edit(
    design,
    (draft) => {
      const container = readContainer(design, key);
      const said = keys.flatMap((moved) => moveInDraft(draft, { key: moved, container, at: undefined }) ?? []);
      const [first] = said;
      const names = joinNames(keys.map((moved) => draft.nameOf(moved)));
      if (first === undefined) return refuse(names === '' ? 'Nothing is selected; select what to move first.' : `${names} would stay as before; nothing changes on ${describeContainer(container)}.`);
      return { said: said.length === 1 ? first : `${first} and ${said.length - 1} more`, select: keys.map(asResourceId).filter((id) => draft.find(id) !== undefined) };
    },
    random,
  );
}
