import type { Lookup } from '../lookup/entries.ts';
import { joinNames } from '../editing/nouns.ts';
import type { Block } from '../tracing/flight.ts';
import { labelOf, nameOfEnd, wordsOf } from '../tracing/names.ts';
import { isOneAddress } from '../tracing/split-parcels.ts';
import { formatAddresses } from '../tracing/advance.ts';
import { BALANCING_SENTENCES } from './sentences/balancing-sentences.ts';
import { CLIENT_SENTENCES } from './sentences/client-sentences.ts';
import { EDGE_SENTENCES } from './sentences/edge-sentences.ts';
import { ENDPOINT_SENTENCES } from './sentences/endpoint-sentences.ts';
import { PERMISSION_SENTENCES } from './sentences/permission-sentences.ts';
import { PEERING_SENTENCES } from './sentences/peering-sentences.ts';
import { SERVICE_SENTENCES } from './sentences/service-sentences.ts';
import { TRANSIT_SENTENCES } from './sentences/transit-sentences.ts';
import type { Sentence, Words } from './sentences/sentence.ts';


const vpcOf = (block: Block, { name }: Pick<Words, 'name'>): string => `VPC ${name(block.subject.vpc)}`;
const destination = (block: Block): string => block.subject.destination ?? formatAddresses(block.traffic.destination);

const noAclRule: Sentence = (block, { label, leg, name, ...words }) => {
  const towards = leg === 'reply' ? 'to' : 'from';
  const traffic = words.translator === undefined ? words.traffic : `${words.traffic} ${towards} ${words.translator}`;
  const way = block.subject.direction === 'inbound' ? 'in' : 'out';
  const packet = leg === 'reply' ? `the reply (${traffic})` : traffic;
  const isClosing = block.row?.endsWith(':*') === true;
  return isClosing
    ? `${name(block.resource)} has no rule that lets ${packet} ${way === 'in' ? 'into' : 'out of'} subnet ${name(block.subject.subnet)}, so its rule * denies it.`
    : `Rule ${label.split(' ').pop() ?? ''} of ${name(block.resource)} denies ${packet} ${way === 'in' ? 'into' : 'out of'} subnet ${name(block.subject.subnet)}.`;
};

const noGroupRule: Sentence = (block, { name, traffic }) =>
  block.subject.direction === 'outbound'
    ? `No outbound rule of ${name(block.resource)} lets ${name(block.subject.interface)} send ${traffic} to ${formatAddresses(block.traffic.destination)}.`
    : `No inbound rule of ${name(block.resource)} lets ${traffic} from ${formatAddresses(block.traffic.source)} in to ${name(block.subject.interface)}.`;

const refusedDestination: Sentence = (block, { name }) => `${name(block.resource)} does not send ${destination(block)} out: private addresses do not exist on the internet.`;

const refusedSource: Sentence = (block, { name }) => `${name(block.resource)} does not let ${formatAddresses(block.traffic.source)} in: private addresses do not exist on the internet.`;

/** One end has no address of the family that the other has; `destination` where one of its addresses was asked for. */
const noAddressOf =
  (family: 4 | 6): Sentence =>
  ({ resource, subject }, { name }) =>
    subject.destination === undefined
      ? `${name(resource)} has no IPv${family} address, so no packet goes between it and ${name(subject.target)}.`
      : `${subject.destination} is an IPv${family === 4 ? 6 : 4} address, so no packet goes between it and ${name(subject.target)}.`;

/** What a machine does with what is not meant for it nobody said; only of an instance can it be said. */
const unsaidAppliance: Sentence = (block, { name, instanceBehind }) => {
  const { target } = block.subject;
  const sent = `${name(block.resource)} sends ${destination(block)} to ${name(target)}`;
  const machine = instanceBehind(target);
  if (!machine) return `${sent}; what runs there is not in the design.`;
  const where = `under "Traffic for others" of ${name(machine.id)}, or in the file as "forwards": "nat" or "router"`;
  return machine.isHeld
    ? `${sent}, and the design does not tell what that does with it; say whether it is a NAT instance or a router ${where}.`
    : `${sent}, and the snapshot lacks its instance ${machine.id}; import what aws ec2 describe-instances prints, then say what it does ${where}.`;
};

/** Where nothing leads on from a gateway, or a snapshot does not tell whether something does. */
const noConnection: Sentence = ({ resource, certainty, subject: { calls } }, { name }) => {
  if (calls) return `The snapshot holds no way on from ${name(resource)}; import what ${joinNames(calls)} ${calls.length === 1 ? 'prints' : 'print'} to know whether there is one.`;
  return certainty === 'certain' ? `${name(resource)} has neither a VPN connection nor Direct Connect, so it drops what is sent to it.` : `${name(resource)} has no VPN connection in the design.`;
};

/** A sentence for every code; the names in it are the design's own. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  SUBNET_ACL_RESTRICTION: noAclRule,
  X_RETURN_NACL_EPHEMERAL: noAclRule,
  ELB_ACL_RESTRICTION: (block, words) => `${noAclRule(block, words)} A Classic Load Balancer passes it even towards its own subnet.`,
  ENI_SG_RULES_MISMATCH: noGroupRule,
  SG_HAS_NO_RULES: (block, { name }) => `${name(block.resource)} has no ${block.subject.direction ?? 'inbound'} rule at all, so it lets nothing ${block.subject.direction === 'outbound' ? 'out' : 'in'}.`,
  X_GROUP_NOT_KNOWN: (block, { name }) => `Whether ${name(block.resource)} lets it pass cannot be known: the design does not hold what its rules name.`,
  NO_ROUTE_TO_DESTINATION: (block, { name, leg }) => `${name(block.resource)}, the route table of ${name(block.subject.subnet)}, has no route for ${leg === 'reply' ? 'the reply to ' : ''}${destination(block)}.`,
  X_ROUTES_NOT_KNOWN: (block, { name }) => `Where ${name(block.subject.subnet)} sends ${destination(block)} cannot be known: the design lacks its route table, or the prefix list of a route.`,
  ...PEERING_SENTENCES,
  BAD_STATE_ATTACHMENT: (block, { name }) => `${name(block.resource)} is not attached to ${block.subject.vpc === undefined ? 'a VPC' : `VPC ${name(block.subject.vpc)}`}.`,
  X_NO_INTERNET_GATEWAY: (block, words) => `No internet gateway is attached to ${vpcOf(block, words)}.`,
  X_GATEWAYS_NOT_KNOWN: (block, words) => `The snapshot has no internet gateways, so whether one is attached to ${vpcOf(block, words)} cannot be known.`,
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: (block, { name }) => `VPC Block Public Access is on in ${name(block.resource)} and keeps the internet out.`,
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: (block, { name }) => `${name(block.subject.interface)} has no public IPv4 address, so nothing on the internet can be sent to it.`,
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: (block, { name }) => `${name(block.resource)} has no public IPv4 address, so ${name(block.subject.target)} drops what it sends.`,
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: refusedDestination,
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: refusedDestination,
  IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS: refusedSource,
  IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS: refusedSource,
  BAD_STATE: (block, { name }) => (block.component === 'instance-state' ? `${name(block.resource)} is not running.` : `${name(block.resource)} is not available.`),
  PROTOCOL_RESTRICTION: (block, { name, traffic }) => `${name(block.resource)} does not carry ${traffic}: a NAT gateway translates TCP, UDP and ICMP.`,
  X_PRIVATE_NAT_TO_INTERNET: (block, { name }) => `${name(block.resource)} has no public address, so ${name(block.subject.target)} drops what it sends.`,
  X_NAT_ROUTE_LOOP: (block, { name }) => `${name(block.resource)} sends the traffic of ${name(block.subject.target)} back to ${name(block.subject.target)} itself.`,
  X_NAT_NO_INBOUND: (block, { name }) => `${name(block.resource)} is a NAT gateway: it lets replies back, and accepts no connection from outside.`,
  X_NO_ADDRESS: (block, { name }) => `${name(block.resource)} has no address in the design that it could translate to.`,
  X_NO_VPN_CONNECTION: noConnection,
  VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS: (block, { name }) => `${name(block.resource)} takes only what interfaces of ${vpcOf(block, { name })} send, and ${block.subject.destination ?? formatAddresses(block.traffic.source)} is no address of it.`,
  VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: (block, { name }) => `${name(block.subject.target)} brings it into ${vpcOf(block, { name })}, where no interface holds ${destination(block)}.`,
  X_VPN_NO_STATIC_ROUTE: (block, { name }) => `${name(block.resource)} has no static route for ${destination(block)}, so its gateway drops it.`,
  X_INTERNET_THROUGH_ON_PREMISES: (block, { name }) => `The traffic leaves through ${name(block.resource)}; whether the network behind it leads to the internet is not in the design.`,
  X_RETURN_ROUTE_ASYMMETRIC: (block, { name }) => `${name(block.resource)} sends the reply to ${name(block.subject.target)}, but the request came in by another gateway.`,
  X_ADDRESS_HELD_ELSEWHERE: (block, { name }) => `${name(block.resource)} sends ${destination(block)} to somebody else who holds that address.`,
  X_ROUTING_LOOP: (block, { name }) => `The routes of ${name(block.resource)} lead in a circle.`,
  ENI_SOURCE_DEST_CHECK_RESTRICTION: (block, { name }) => `${name(block.resource)} sends ${destination(block)} to ${name(block.subject.target)}, whose source/destination check drops what is not its own.`,
  X_APPLIANCE_NOT_MODELLED: unsaidAppliance,
  X_NOT_MODELLED: (block, { name }) => `The way leads through ${name(block.resource)} (${block.subject.target ?? 'resource'}), which is not modelled yet.`,
  UNSUPPORTED_COMPONENT: (block, { name }) => `${name(block.resource)} (${block.subject.target ?? 'resource'}) is not modelled yet, so what reaches it, and what it reaches, cannot be known.`,
  X_INTERFACE_NOT_KNOWN: (block, { name }) => `The snapshot lacks the network interface of ${name(block.resource)}, or its subnet or VPC, so what reaches it, and what it reaches, cannot be known.`,
  'public-ip UNASSOCIATED_COMPONENT': noAddressOf(4),
  X_NO_IPV6_ADDRESS: noAddressOf(6),
  UNASSOCIATED_COMPONENT: (block, { name }) => `${name(block.resource)} is attached to nothing that could send or receive.`,
  X_NO_LISTENER: (block, { name, traffic }) => `Nothing on ${name(block.resource)} listens on ${traffic}, so the connection is refused.`,
  X_SERVICE_STOPPED: (block, { name, traffic }) => `The service of ${name(block.resource)} on ${traffic} is not running, so the connection is refused.`,
  X_USERDATA_NEEDS_EGRESS: (block, { name }) => `${name(block.resource)} has no way to ${block.subject.target ?? 'what its user data needs'}.`,
  X_USERDATA_NO_SHEBANG: (block, { name }) => `The user data of ${name(block.resource)} does not start with #!, so it was not run.`,
  X_USERDATA_TOO_LARGE: (block, { name }) => `The user data of ${name(block.resource)} is larger than 16 KB, which EC2 refuses.`,
  X_USERDATA_WRONG_IMAGE: (block, { name }) => `The user data of ${name(block.resource)} runs commands that its operating system does not have.`,
  X_USERDATA_INTERACTIVE: (block, { name }) => `The user data of ${name(block.resource)} installs without -y and waits for an answer that nobody gives.`,
  X_USERDATA_SYNTAX: (block, { name }) => `The user data of ${name(block.resource)} cannot be read to its end.`,
  X_USERDATA_NOT_STARTED: (block, { name }) => `The user data of ${name(block.resource)} enables a service for the next start and does not start it.`,
  X_USERDATA_PLACEHOLDER: (block, { name }) => `The user data of ${name(block.resource)} still holds a placeholder that was to be replaced.`,
  ...PERMISSION_SENTENCES,
  ...EDGE_SENTENCES,
  ...SERVICE_SENTENCES,
  ...CLIENT_SENTENCES,
  ...TRANSIT_SENTENCES,
  ...BALANCING_SENTENCES,
  ...ENDPOINT_SENTENCES,
  X_ANSWERED_NO: (block, { name }) => `You answered that this does not work at ${name(block.resource)}.`,
  X_TARGET_NOT_KNOWN: (block) => `Whether anybody holds ${destination(block)} cannot be known: the snapshot lacks its network interface, or the subnet of that.`,
  X_NO_SUCH_TARGET: (block, { name }) => `Nobody in ${block.subject.vpc === undefined ? 'the design' : name(block.subject.subnet ?? block.subject.vpc)} holds ${destination(block)}.`,
};

const peeringStateOf = (lookup: Lookup, id: string | undefined): string | undefined => {
  const resource = id === undefined ? undefined : lookup.resource(id);
  return resource?.kind === 'vpc-peering-connection' ? resource.state : undefined;
};

function instanceBehind(lookup: Lookup, id: string | undefined): ReturnType<Words['instanceBehind']> {
  const resource = id === undefined ? undefined : lookup.resource(id);
  const machine = resource?.kind === 'network-interface' ? resource.attachment?.resource : id;
  if (machine === undefined || !(machine.startsWith('i-') || lookup.resource(machine)?.kind === 'instance')) return undefined;
  return { id: machine, isHeld: lookup.resource(machine) !== undefined };
}

/** The NAT gateway whose private address a packet carries: the request as its source, the reply as its destination. */
function translatorOf(lookup: Lookup, { leg, traffic }: Block): string | undefined {
  const { [leg === 'reply' ? 'destination' : 'source']: carried } = traffic;
  if (!isOneAddress(carried)) return undefined;
  const gateway = [...lookup.natGateways.values()].find(({ addresses }) => addresses.some((address) => address.private === carried[0]));
  return gateway && lookup.nameOf(gateway.id);
}

/** What blocks, in one sentence that names the resources. */
export function explainBlock(lookup: Lookup, block: Block): string {
  const words: Words = {
    name: (id) => (id === undefined ? 'it' : nameOfEnd(lookup, id)),
    traffic: wordsOf(block.traffic),
    label: block.evidence[0] ? labelOf(lookup, block.evidence[0]) : block.resource,
    translator: translatorOf(lookup, block),
    leg: block.leg,
    stateOf: (id) => peeringStateOf(lookup, id),
    instanceBehind: (id) => instanceBehind(lookup, id),
  };
  const sentence = SENTENCES[`${block.component} ${block.code}`] ?? SENTENCES[block.code];
  return sentence ? sentence(block, words) : `${words.name(block.resource)} stops it (${block.code}).`;
}

/** Every code the core can give, for the documentation and its test. */
export const explainedCodes: readonly string[] = [...new Set(Object.keys(SENTENCES).map((key) => key.split(' ').at(-1) ?? key))];
