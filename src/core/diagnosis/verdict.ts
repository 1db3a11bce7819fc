import type { Blocker, Leg } from '../findings/diagnosis.ts';
import { machineOf } from '../lookup/interfaces.ts';
import type { Verdict } from '../model/question.ts';
import type { Outcome } from '../tracing/round-trip.ts';
import { nameOfEnd } from '../tracing/names.ts';
import type { Case } from './case.ts';

type Fate = 'arrives' | 'blocked' | 'unknown';

function fateOf({ blocks }: Pick<Outcome, 'blocks'>): Fate {
  if (blocks.some(({ certainty }) => certainty === 'certain')) return 'blocked';
  return blocks.length > 0 ? 'unknown' : 'arrives';
}

/** The machines that are off, of an end that is several machines: what stops one of them stops none of the others. */
function machinesOff({ from, to }: Case, blockers: readonly Blocker[]): ReadonlySet<string> {
  const off = blockers.filter(({ component, code }) => component === 'instance-state' && code === 'BAD_STATE').map(({ resource }) => resource);
  const crowds = [from, to].filter((end) => end.kind === 'interfaces' && new Set(end.interfaces.map(machineOf)).size > 1);
  const members = new Set<string>(crowds.flatMap((end) => (end.kind === 'interfaces' ? end.interfaces.map(machineOf) : [])));
  return new Set(off.filter((id) => members.has(id)));
}

/** Whether one of these machines sends or receives a part of the traffic. */
function isOf({ lookup }: Case, machines: ReadonlySet<string>, { request }: Outcome): boolean {
  return request.steps.some(({ detail }) => {
    const entry = detail.kind === 'security-group' ? lookup.interfaces.get(detail.interface) : undefined;
    return entry !== undefined && machines.has(machineOf(entry));
  });
}

/**
 * The verdict over all parts of the asked traffic. A certain block beats everything on its part; what stops a machine
 * stops all parts; a part that cannot be known makes the whole undetermined.
 */
export function judgeVerdict(given: Case, blockers: readonly Blocker[]): Verdict {
  const off = machinesOff(given, blockers);
  const parts = given.outcomes.map((outcome): Fate => (isOf(given, off, outcome) ? 'blocked' : fateOf(outcome)));
  const onTheWay = new Set(given.outcomes.flatMap(({ blocks }) => blocks.map(({ resource, code }) => `${resource} ${code}`)));
  const offTheWay = blockers.flatMap((blocker, index) => (onTheWay.has(`${blocker.resource} ${blocker.code}`) || off.has(blocker.resource) ? [] : [given.blocks[index]?.certainty ?? 'certain']));
  if (offTheWay.includes('certain')) return 'blocked';
  if (parts.length === 0) return blockers.length > 0 ? 'undetermined' : 'blocked';
  if (parts.includes('unknown')) return 'undetermined';
  if (offTheWay.includes('unknown') && parts.includes('arrives')) return 'undetermined';
  if (parts.every((part) => part === 'arrives')) return 'reachable';
  return parts.includes('arrives') ? 'ambiguous' : 'blocked';
}

const NOUNS: Readonly<Partial<Record<Blocker['component'], string>>> = {
  'security-group': 'security group',
  'network-acl': 'network ACL',
  'route-table': 'route table',
  'internet-gateway': 'internet gateway',
  'nat-gateway': 'NAT gateway',
  'vpn-gateway': 'virtual private gateway',
  'vpn-connection': 'VPN connection',
  'vpc-peering-connection': 'VPC peering connection',
  'transit-gateway': 'transit gateway',
  'transit-gateway-attachment': 'transit gateway attachment',
  'transit-gateway-route-table': 'transit gateway route table',
};

function nameOfBlocker(given: Case, { component, resource }: Blocker): string {
  const name = nameOfEnd(given.lookup, resource);
  const noun = NOUNS[component];
  return noun === undefined ? name : `${noun} ${name}`;
}

const LEGS: Readonly<Record<Leg, string>> = { request: 'the request', reply: 'the reply' };

function summariseBlocked(given: Case, blockers: readonly Blocker[]): string {
  const [first, ...others] = blockers;
  if (!first) return 'Blocked.';
  const isDropped = NOUNS[first.component] !== undefined && first.component !== 'internet-gateway';
  const lead = isDropped ? `${LEGS[first.leg]} is stopped by ${nameOfBlocker(given, first)}` : first.sentence.replace(/\.$/, '');
  const more = others.length === 0 ? '' : others.length === 1 ? ', and 1 more blocker' : `, and ${others.length} more blockers`;
  return `Blocked: ${lead}${more}.`;
}

/** The verdict in one sentence. */
export function summarise(given: Case, answer: { readonly verdict: Verdict; readonly blockers: readonly Blocker[] }): string {
  switch (answer.verdict) {
    case 'reachable':
      return 'Reachable: the request arrives and the reply comes back.';
    case 'blocked':
      return summariseBlocked(given, answer.blockers);
    case 'ambiguous':
      return `Ambiguous: part of it passes. ${answer.blockers[0]?.sentence ?? ''}`.trim();
    case 'undetermined':
      return `Undetermined: ${answer.blockers.find((_, index) => given.blocks[index]?.certainty === 'unknown')?.sentence ?? 'the design does not hold what decides.'}`;
  }
}
