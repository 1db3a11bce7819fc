import type { InterfaceEntry } from '../../lookup/entries.ts';
import { isServiceStandIn } from '../../lookup/stand-in-addresses.ts';
import type { GroupPeer } from '../../model/resources/index.ts';
import { interfacesOf } from '../case.ts';
import type { FixInput } from './fix-input.ts';
import { cidrOf } from './rule-traffic.ts';

function servicePeer({ lookup, to }: FixInput): GroupPeer {
  const endpoint = to.kind === 'service' ? lookup.byKind['vpc-endpoint'].find(({ value }) => value.service === to.service && value.prefixList !== undefined) : undefined;
  return endpoint?.value.prefixList === undefined ? { cidr: '0.0.0.0/0' } : { prefixList: endpoint.value.prefixList };
}

const groupAsPeer = (entry: InterfaceEntry | undefined): GroupPeer | undefined => (entry?.groups[0] ? { group: entry.groups[0].id } : undefined);

/** What holds an address in the VPC of a node. */
function holderOf(node: InterfaceEntry, address: number | bigint): InterfaceEntry | undefined {
  const owner = node.subnet.vpc.owners.get(address);
  return owner?.kind === 'interface' ? owner.interface : undefined;
}

/** A node of which the address is not known is named by its subnet. */
function nodeAsPeer(node: InterfaceEntry, input: FixInput): GroupPeer | undefined {
  const group = groupAsPeer(node);
  if (group || input.block.code === 'ELBV2_SOURCE_ADDRESS_PRESERVATION') return group;
  const { source } = input.block.traffic;
  const sender = holderOf(node, source[0]);
  return { cidr: sender?.isStandIn === true ? (sender.subnet.value.cidr ?? cidrOf(source)) : cidrOf(source) };
}

/** The narrowest peer on the way from a load balancer to its targets, and to AWS services; nothing anywhere else. */
export function peerAtService(input: FixInput, isInbound: boolean): GroupPeer | undefined {
  const { block, to } = input;
  if (!isInbound && isServiceStandIn(block.traffic.destination[0])) return servicePeer(input);
  const node = interfacesOf(to).find(({ holder }) => holder.kind === 'load-balancer');
  if (!node) return undefined;
  const here = block.subject.interface;
  const isAtNode = here === node.id || interfacesOf(to).some(({ id }) => id === here);
  if (isAtNode) return isInbound ? undefined : groupAsPeer(holderOf(node, block.traffic.destination[0]));
  return isInbound && block.leg === 'request' && holderOf(node, block.traffic.destination[0]) !== undefined ? nodeAsPeer(node, input) : undefined;
}
