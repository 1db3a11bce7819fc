import type { ResourceId } from '../model/ids.ts';
import { vpcOf } from './group-holders.ts';
import type { Draft } from './draft.ts';

/** Whether a table of that VPC may send traffic to a target: a peering serves both of its VPCs. */
export function servesVpc(draft: Draft, id: ResourceId, vpc: ResourceId): boolean {
  const peering = draft.findOf(id, 'vpc-peering-connection');
  return peering ? peering.requester.vpc === vpc || peering.accepter.vpc === vpc : vpcOfTarget(draft, id) === vpc;
}

/** The VPC that the target of a route serves; `undefined` for one that is attached to none, or that routes cannot name. */
export function vpcOfTarget(draft: Draft, id: ResourceId): ResourceId | undefined {
  const target = draft.find(id);
  switch (target?.kind) {
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'virtual-private-gateway':
    case 'unmodelled':
      return target.vpc;
    case 'nat-gateway':
      return target.vpc ?? draft.findOf(target.subnet, 'subnet')?.vpc;
    case 'network-interface':
    case 'instance':
      return vpcOf(draft, id);
    default:
      return undefined;
  }
}
