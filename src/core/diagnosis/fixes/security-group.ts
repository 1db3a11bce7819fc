import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import { asResourceId, nextRowId } from '../../model/ids.ts';
import type { GroupPeer } from '../../model/resources/index.ts';
import { interfacesOf, isOnInternet } from '../case.ts';
import { wordsOf } from '../../tracing/names.ts';
import { fixFrom, type FixInput } from './fix-input.ts';
import { cidrOf, ruleTrafficOf } from './rule-traffic.ts';

/** The narrowest peer: the group of a sender in the same VPC, else the addresses themselves; for the whole internet, anywhere. */
function peerOf(input: FixInput, isInbound: boolean): GroupPeer {
  const far = isInbound ? input.from : input.to;
  const near = isInbound ? input.to : input.from;
  const range = isInbound ? input.block.traffic.source : input.block.traffic.destination;
  if (far.kind === 'internet' && far.range === undefined) return { cidr: typeof range[0] === 'number' ? '0.0.0.0/0' : '::/0' };
  const [there] = interfacesOf(far);
  const [here] = interfacesOf(near);
  const group = there?.groups[0];
  const isSameVpc = there !== undefined && there.subnet.vpc === here?.subnet.vpc;
  return isSameVpc && group && !isOnInternet(far) ? { group: group.id } : { cidr: cidrOf(range) };
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
  const peerName = 'group' in peer ? lookup.nameOf(peer.group) : 'cidr' in peer ? peer.cidr : '';
  const members = lookup.groupMembers.get(id)?.length ?? 0;
  const way = isInbound ? `from ${peerName} in to` : `to ${peerName} out of`;
  return fixFrom(result, {
    title: `Let ${wordsOf(block.traffic)} ${isInbound ? 'in' : 'out'} at ${lookup.nameOf(id)}`,
    effect: `Opens ${wordsOf(block.traffic)} ${way} ${members === 1 ? '1 interface' : `${members} interfaces`}.`,
  });
}
