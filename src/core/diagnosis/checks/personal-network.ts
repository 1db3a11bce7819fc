import { formatAddress } from '../../address/cidr.ts';
import { isOnInternet, type Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { clientOf, networkOf } from '../machine-blocks/personal-network-blocks.ts';

/** The one address the client connects to, as far as the drawing knows it. */
function askedAddress({ outcomes }: Case): string {
  const [first, end] = outcomes[0]?.asked[0]?.destination ?? [];
  const isOne = typeof first === 'number' ? Number(end) - first === 1 : typeof first === 'bigint' && BigInt(end ?? 0n) - first === 1n;
  return first !== undefined && isOne ? formatAddress(first) : 'ADDRESS';
}

const ADVICE = 'The address has to be one that the rules admit; where the port opens over a telephone’s hotspot alone, the client’s own network blocks it.';

/** Two commands, in the words of the client's system: which address others see, and whether the port leaves its network. */
function commandsFor(given: Case): readonly string[] {
  const { port, protocol = 'tcp', client = 'any' } = given.question;
  const address = askedAddress(given);
  const seen = `curl${client === 'windows' ? '.exe' : ''} -4 https://checkip.amazonaws.com`;
  if (port === undefined || protocol !== 'tcp') return [seen, `ping ${address}`, ADVICE];
  const unix = `nc -vz ${address} ${port}`;
  const windows = `Test-NetConnection ${address} -Port ${port}`;
  if (client === 'windows') return [seen, windows, ADVICE];
  return client === 'linux' ? [seen, unix, ADVICE] : [seen, `${unix} (Linux, macOS)`, `${windows} (Windows)`, ADVICE];
}

/** The rule admits an address that was this client's: the group blocks, and the cause is here. */
function judgeStaleAddress(given: Case): Judgement | undefined {
  const blocker = given.blockers.find(({ note }) => note?.code === 'X_CLIENT_IP_NOT_IN_SG');
  if (!blocker?.note) return undefined;
  const { note, fixes } = blocker;
  return { status: 'fail', sentence: `${note.sentence} Put the address of now into the rule.`, evidence: note.evidence, code: note.code, fixes: fixes.slice(0, 1) };
}

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['personal-network']) ?? judgeStaleAddress(given);
  if (blocked) return blocked;
  const { from, lookup } = given;
  const client = clientOf(from);
  if (client) {
    const proxy = client.client.proxyAddress;
    const way = proxy === undefined || from.kind !== 'client' ? 'blocks nothing of this' : `lets this out through the proxy ${proxy}, the address others see`;
    return { status: 'pass', sentence: `The network of ${lookup.nameOf(client.id)} is drawn, and ${way}.`, evidence: [{ at: client.id, label: lookup.nameOf(client.id) }] };
  }
  const network = networkOf(given);
  if (network && Object.keys(network.blockedPorts).length > 0) return { status: 'pass', sentence: `The firewall of ${lookup.nameOf(network.id)} is drawn, and blocks nothing of this.`, evidence: [{ at: network.id, label: lookup.nameOf(network.id) }] };
  if (from.kind === 'on-premises') return { status: 'your-turn', sentence: 'Whether the on-premises network lets it out cannot be known from the drawing.', instructions: ['Look at the firewall rules of the customer gateway.'] };
  if (!isOnInternet(from)) return { status: 'not-needed', sentence: 'The client is inside AWS, so no personal network is involved.' };
  return { status: 'your-turn', sentence: 'The client is not drawn. Run two commands on it and answer.', instructions: commandsFor(given) };
}

export const personalNetwork: Check = {
  id: 'personal-network',
  title: 'Personal network',
  question: "Does the client's own network let it out?",
  explanation:
    'Offices, hotels and mobile networks block ports, most often 22 and 3389, and change the address others see. A rule that admits “my IP” stops admitting it when that address changes. Trying from another network tells whose side it is.',
  judge,
};
