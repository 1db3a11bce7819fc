import { formatAddresses } from '../../tracing/advance.ts';
import type { Block } from '../../tracing/flight.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import type { Family } from '../../filtering/rule-match.ts';
import { familiesOf, lacksCommonFamily } from '../../tracing/start-flights.ts';
import type { ResourceId } from '../../model/ids.ts';
import { interfacesOf } from '../case.ts';
import { makeBlock, type MachineInput } from './machine-input.ts';

/** One end of a question, and how it was written. */
interface End {
  readonly endpoint: Endpoint;
  readonly asked: string;
}

/** Whether an end has addresses of its own, none of which was asked for. */
const isHolder = ({ endpoint }: End): boolean => (endpoint.kind === 'interfaces' || endpoint.kind === 'nat-gateway') && endpoint.address === undefined;

/** What of an end has the addresses: where there is nothing, what was asked for. */
function resourceOf({ endpoint, asked }: End): string {
  if (endpoint.kind === 'nat-gateway') return endpoint.natGateway.id;
  if (endpoint.kind === 'host') return endpoint.subnet.id;
  return interfacesOf(endpoint)[0]?.id ?? asked;
}

/** The other end in words of the sentence. */
function wordsOfFar({ endpoint, asked }: End, family: Family): string {
  if (endpoint.kind === 'internet' && !endpoint.range) return `the IPv${family} internet`;
  if (endpoint.kind === 'internet' && endpoint.range) return formatAddresses(endpoint.range);
  return interfacesOf(endpoint)[0]?.id ?? asked;
}

/** A database or interface whose addresses the import lacks may have one of IPv6, where its subnet has a block. */
function mayHaveMore({ endpoint }: End): boolean {
  return interfacesOf(endpoint).some(({ addresses, subnet }) => addresses.length === 0 && subnet.blocks.some(({ family }) => family === 6));
}

/** AWS has a word for an end without an IPv4 address, and analyses nothing else (Reachability Analyzer, explanation codes). */
const CODES: Readonly<Record<Family, string>> = { 4: 'UNASSOCIATED_COMPONENT', 6: 'X_NO_IPV6_ADDRESS' };

function blockBetween(input: MachineInput, lacking: End, far: End): Block {
  const family: Family = familiesOf(far.endpoint)[0] ?? 4;
  const resource = resourceOf(lacking);
  const block = makeBlock(input, { component: 'public-ip', resource: resource as ResourceId, code: CODES[family] });
  const subject = { target: wordsOfFar(far, family), ...(!isHolder(lacking) && { destination: lacking.asked }) };
  return { ...block, subject, ...(mayHaveMore(lacking) && { certainty: 'unknown' as const }) };
}

/** A client that has IPv6 alone, and a target that has IPv4 alone. */
function clientBlock(input: MachineInput): Block | undefined {
  const { from, to } = input;
  const [target] = interfacesOf(to);
  if (from.kind !== 'client' || !target || typeof from.range[0] !== 'bigint') return undefined;
  return { ...makeBlock(input, { component: 'personal-network', resource: from.id, code: 'X_CLIENT_IPV6_ONLY' }), subject: { target: target.id } };
}

const IN_DESIGN = new Set(['interfaces', 'nat-gateway', 'host']);

/** How far an end may be the one that lacks an address: one that holds some before one that was asked for by its address, and before all outside. */
const likelihood = (end: End): number => (isHolder(end) ? 2 : IN_DESIGN.has(end.endpoint.kind) ? 1 : 0);

const isUntraced = ({ kind }: Endpoint): boolean => kind === 'gone' || kind === 'unmodelled';

/** The two ends have no family of addresses in common: there is no packet that both could exchange. */
export function familyBlocks(input: MachineInput): readonly Block[] {
  const { question } = input;
  const [from, to]: readonly [End, End] = [{ endpoint: input.from, asked: question.from }, { endpoint: input.to, asked: question.to }];
  if (isUntraced(input.from) || isUntraced(input.to) || !lacksCommonFamily(input.from, input.to)) return [];
  const client = clientBlock(input);
  if (client) return [client];
  return [likelihood(from) > likelihood(to) ? blockBetween(input, from, to) : blockBetween(input, to, from)];
}
