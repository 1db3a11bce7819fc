import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import { asResourceId, nextRowId, type ResourceId } from '../../model/ids.ts';
import type { GroupPeer } from '../../model/resources/index.ts';
import { interfacesOf } from '../case.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { wordsOf } from '../../tracing/names.ts';
import { fixFrom, type FixInput } from './fix-input.ts';
import { peerAtService } from './service-peer.ts';
import { cidrOf, ruleTrafficOf } from './rule-traffic.ts';

/** The narrowest peer: the group of a sender in the same VPC, else the addresses themselves; for the whole internet, anywhere. */
function peerOf(input: FixInput, isInbound: boolean): GroupPeer {
  const atService = peerAtService(input, isInbound);
  if (atService) return atService;
  const [far, near] = isInbound ? [input.from, input.to] : [input.to, input.from];
  const range = isInbound ? input.block.traffic.source : input.block.traffic.destination;
  if (far.kind === 'internet' && far.range === undefined) return { cidr: typeof range[0] === 'number' ? '0.0.0.0/0' : '::/0' };
  // Through a machine that passes it on, a rule matches by addresses alone.
  const group = input.block.subject.target === undefined ? groupInSameVpc(far, near, range[0]) : undefined;
  return group === undefined ? { cidr: cidrOf(range) } : { group };
}

/** The group of the far end, where it is met under its private address in the same VPC: only then a reference matches. */
function groupInSameVpc(far: Endpoint, near: Endpoint, address: number | bigint): ResourceId | undefined {
  const [there] = interfacesOf(far);
  const [here] = interfacesOf(near);
  const isSameVpc = there !== undefined && there.subnet.vpc === here?.subnet.vpc;
  return isSameVpc && there.addresses.some((held) => held.address === address) ? there.groups[0]?.id : undefined;
}

function describeEffect(input: FixInput, peer: GroupPeer, group: ResourceId): string {
  const { lookup, block } = input;
  const peerName = 'group' in peer ? lookup.nameOf(peer.group) : 'cidr' in peer ? peer.cidr : '';
  const members = lookup.groupMembers.get(group)?.length ?? 0;
  const way = block.subject.direction === 'outbound' ? `to ${peerName} out of` : `from ${peerName} in to`;
  return `Opens ${wordsOf(block.traffic)} ${way} ${members > 1 ? `${members} interfaces` : '1 interface'}.`;
}

/** Adds the narrowest rule that lets the blocked traffic pass. */
export function fixSecurityGroup(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const group = lookup.resource(block.resource);
  if (group?.kind !== 'security-group' || block.certainty === 'unknown') return [];
  const direction = block.subject.direction ?? 'inbound';
  const isInbound = direction === 'inbound';
  const peer = peerOf(input, isInbound);
  const rows = group[direction];
  const row = nextRowId(isInbound ? 'in' : 'out', { ...group.inbound, ...group.outbound });
  const rule = { ...ruleTrafficOf(block.traffic), peer };
  const id = asResourceId(block.resource);
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'security-group', { [direction]: { ...rows, [row]: rule } });
    return { said: `Add ${direction} rule to ${lookup.nameOf(id)}` };
  });
  return fixFrom(result, { title: `Let ${wordsOf(block.traffic)} ${isInbound ? 'in' : 'out'} at ${lookup.nameOf(id)}`, effect: describeEffect(input, peer, id) });
}
