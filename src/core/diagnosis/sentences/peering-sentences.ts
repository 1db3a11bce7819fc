import { formatAddresses } from '../../tracing/advance.ts';
import type { Sentence } from './sentence.ts';

/** A route that is a blackhole, with what became of the peering it leads to. */
const blackholeOfPeering: Sentence = (block, { name, stateOf }) => {
  const { target, destination } = block.subject;
  const state = stateOf(target);
  const where = `${name(block.resource)} sends ${destination ?? formatAddresses(block.traffic.destination)} to ${name(target)}`;
  if (state === undefined) return `${where}, which does not exist any more: the route is a blackhole.`;
  if (state === 'active') return `${where}, which is not a peering of this VPC or was marked a blackhole by AWS: the route leads nowhere.`;
  return `${where}, whose state is ${state.replaceAll('-', ' ')}: the route is a blackhole until the peering is active.`;
};

const addressOutside: Sentence = (block, { name }) => {
  const { destination, vpc } = block.subject;
  return `${name(block.resource)} carries traffic between the addresses of its two VPCs only, and ${destination ?? 'the address'} is not one of ${vpc === undefined ? 'the far VPC' : `VPC ${name(vpc)}`}: a peering leads on to no third network.`;
};

const unseenVpc: Sentence = (block, { name }) => {
  const { target, vpc } = block.subject;
  const whose = target === undefined || target === '' ? '' : ` of account ${target}`;
  return `${name(block.resource)} leads into ${vpc === undefined ? 'a VPC' : `VPC ${name(vpc)}`}${whose}, which is not in the design, so what happens there cannot be known.`;
};

/** What stops traffic at a peering, and at rules and routes that name groups and lists. */
export const PEERING_SENTENCES: Readonly<Record<string, Sentence>> = {
  BAD_STATE_ROUTE: blackholeOfPeering,
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: addressOutside,
  NO_POSSIBLE_DESTINATION: unseenVpc,
  UNKNOWN_PEERED_SGS: (block, { name, label }) => `${label} of ${name(block.resource)} names a group of another VPC or account that is not in the design, so whether it matches cannot be known.`,
  X_PREFIX_LIST_NOT_KNOWN: (block, { name }) => `Whether ${name(block.resource)} lets it pass cannot be known: the design does not hold the entries of the prefix list that its rule names.`,
  X_PREFIX_LISTS_OVERLAP: (block, { name }) => `${name(block.resource)} sends ${block.subject.destination ?? ''} by two prefix lists to different targets; AWS picks one and does not say which.`,
};
