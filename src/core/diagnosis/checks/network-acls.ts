import { withLabel } from '../../tracing/names.ts';
import { judgeBlockers, judgeWithoutPacket, type Check, type Judgement } from '../define-check.ts';
import type { Case } from '../case.ts';
import type { TraceStep } from '../../tracing/flight.ts';
import { stepsOf } from '../travelled.ts';

const nameOfAcl = (given: Case, step: TraceStep): string =>
  step.detail.kind === 'network-acl' && step.detail.isDefault ? 'the default network ACL' : given.lookup.nameOf(step.resource);

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['network-acl']) ?? judgeWithoutPacket(given);
  if (blocked) return blocked;
  const steps = stepsOf(given, 'network-acl');
  if (steps.length === 0) return { status: 'not-needed', sentence: 'Both ends are in one subnet, and a network ACL judges only what crosses a subnet’s edge.' };
  const names = [...new Set(steps.map(({ step }) => nameOfAcl(given, step)))];
  const hasReply = steps.some(({ leg }) => leg === 'reply');
  const [first = '', ...others] = names;
  const subject = [first.startsWith('the default') ? `T${first.slice(1)}` : first, ...others].join(' and ');
  const evidence = steps.flatMap(({ step }) => (step.evidence?.row === undefined ? [] : [withLabel(given.lookup, step.evidence)]));
  return { status: 'pass', sentence: `${subject} ${names.length > 1 ? 'let' : 'lets'} ${hasReply ? 'request and reply' : 'it'} through.`, evidence };
}

export const networkAcls: Check = {
  id: 'network-acls',
  title: 'Network ACLs',
  question: "Do the subnets' network ACLs let request and reply through?",
  explanation:
    'A network ACL judges everything that crosses the edge of a subnet, in each direction on its own: it is stateless. The lowest rule number that matches decides, and the rule * denies the rest. Replies go to the ephemeral port the client chose, so an outbound rule has to admit the client’s range: 1024–65535 fits every client.',
  judge,
};
