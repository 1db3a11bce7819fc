import { isOnInternet, type Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['personal-network']);
  if (blocked) return blocked;
  const { from, lookup } = given;
  const client = from.kind === 'client' ? from : from.kind === 'on-premises' ? from.client : undefined;
  if (client) return { status: 'pass', sentence: `The network of ${lookup.nameOf(client.id)} is drawn, and blocks nothing of this.`, evidence: [{ at: client.id, label: lookup.nameOf(client.id) }] };
  if (from.kind === 'on-premises') return { status: 'your-turn', sentence: 'Whether the on-premises network lets it out cannot be known from the drawing.', instructions: ['Look at the firewall rules of the customer gateway.'] };
  if (!isOnInternet(from)) return { status: 'not-needed', sentence: 'The client is inside AWS, so no personal network is involved.' };
  return {
    status: 'your-turn',
    sentence: 'The client is not drawn. Run two commands on it and answer.',
    instructions: ['curl -4 https://checkip.amazonaws.com (is it the address the rules admit?)', 'Try the same from another network, such as a telephone’s hotspot: does it work there?'],
  };
}

export const personalNetwork: Check = {
  id: 'personal-network',
  title: 'Personal network',
  question: "Does the client's own network let it out?",
  explanation:
    'Offices, hotels and mobile networks block ports, most often 22 and 3389, and change the address others see. A rule that admits “my IP” stops admitting it when that address changes. Trying from another network tells whose side it is.',
  judge,
};
