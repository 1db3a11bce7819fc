import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { requireNoEgressOnlyInternetGateway, requireNoInternetGateway, requireNoVirtualPrivateGateway } from './adding/add-gateway.ts';
import { ensureInternet } from './adding/add-outside.ts';
import { blackholeRoutes, reviveRoutes } from './blackholes.ts';
import type { Draft } from './draft.ts';
import { dissociateGateways } from './edge-references.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { withArticle } from './nouns.ts';
import { refuse } from './refusal.ts';

type Attachable = 'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway';

function kindOfGateway(draft: Draft, gateway: ResourceId): Attachable {
  const resource = draft.find(gateway) ?? refuse(`${gateway} is not in the design.`);
  if (resource.kind === 'internet-gateway' || resource.kind === 'egress-only-internet-gateway' || resource.kind === 'virtual-private-gateway') return resource.kind;
  return refuse(`${resource.name} is ${withArticle(resource.kind)}; internet gateways and virtual private gateways attach to a VPC.`);
}

const vpcOfGateway = (draft: Draft, gateway: ResourceId): ResourceId | undefined =>
  draft.findOf(gateway, 'internet-gateway')?.vpc ?? draft.findOf(gateway, 'egress-only-internet-gateway')?.vpc ?? draft.findOf(gateway, 'virtual-private-gateway')?.vpc;

/** Takes a gateway off its VPC; routes to it become blackholes, as in AWS, and its table is no longer its table. */
export function detach(draft: Draft, gateway: ResourceId): ResourceId {
  const kind = kindOfGateway(draft, gateway);
  const vpc = vpcOfGateway(draft, gateway) ?? refuse(`${draft.nameOf(gateway)} is attached to no VPC.`);
  draft.change(gateway, kind, { vpc: undefined });
  blackholeRoutes(draft, new Set([gateway]), vpc);
  dissociateGateways(draft, new Set([gateway]));
  return vpc;
}

function requireRoom(draft: Draft, kind: Attachable, vpc: ResourceId): void {
  if (kind === 'internet-gateway') requireNoInternetGateway(draft, vpc);
  else if (kind === 'egress-only-internet-gateway') requireNoEgressOnlyInternetGateway(draft, vpc);
  else requireNoVirtualPrivateGateway(draft, vpc);
}

/** Puts a gateway on a VPC, taking it off another one first; routes to it that were blackholes live again. */
export function attach(draft: Draft, gateway: ResourceId, vpc: ResourceId): void {
  const kind = kindOfGateway(draft, gateway);
  const { region } = draft.need(vpc, 'vpc');
  const before = vpcOfGateway(draft, gateway);
  if (before === vpc) refuse(`${draft.nameOf(gateway)} is attached to ${draft.nameOf(vpc)} already.`);
  requireRoom(draft, kind, vpc);
  if (before !== undefined) detach(draft, gateway);
  draft.change(gateway, kind, { vpc, region });
  reviveRoutes(draft, gateway, vpc);
  if (kind !== 'virtual-private-gateway') ensureInternet(draft);
}

export interface AttachGatewayRequest {
  readonly gateway: ResourceId;
  readonly vpc: ResourceId;
  /** Needed for the id of the internet cloud, which is drawn with the first internet gateway. */
  readonly random: Parameters<typeof edit>[2];
}

/**
 * Attaches an internet, egress-only internet or virtual private gateway to a VPC. AWS attaches one of each to a VPC at a time.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export function attachGateway(design: Design, { gateway, vpc, random }: AttachGatewayRequest): EditResult {
  return edit(
    design,
    (draft) => {
      attach(draft, gateway, vpc);
      return { said: `Attach ${draft.nameOf(gateway)} to ${draft.nameOf(vpc)}`, select: [gateway] };
    },
    random,
  );
}

/** Detaches an internet, egress-only internet or virtual private gateway from its VPC; static routes to it become blackholes. */
export function detachGateway(design: Design, { gateway }: { readonly gateway: ResourceId }): EditResult {
  return edit(design, (draft) => {
    const vpc = detach(draft, gateway);
    return { said: `Detach ${draft.nameOf(gateway)} from ${draft.nameOf(vpc)}`, select: [gateway] };
  });
}
