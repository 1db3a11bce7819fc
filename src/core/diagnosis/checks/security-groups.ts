import type { Evidence } from '../../findings/evidence.ts';
import { labelOf, withLabel, wordsOf } from '../../tracing/names.ts';
import { findWellKnownPort } from '../../aws/well-known-ports.ts';
import type { Case } from '../case.ts';
import { judgeBlockers, judgeWithoutPacket, type Check, type Judgement } from '../define-check.ts';
import { stepsOf, type LegStep } from '../travelled.ts';
import { asRowId } from '../../model/ids.ts';
import type { TraceStep } from '../../tracing/flight.ts';

const isOpening = ({ step }: LegStep): boolean => step.detail.kind === 'security-group' && !step.detail.isReply;

function describeGroup(given: Case, { step }: LegStep): string {
  const isInbound = step.detail.kind === 'security-group' && step.detail.direction === 'inbound';
  const box = given.outcomes[0]?.asked[0];
  return `${given.lookup.nameOf(step.resource)} lets ${box ? wordsOf(box) : 'it'} ${isInbound ? 'in' : 'out'}`;
}

/** A rule that lets the whole world in to a port that is for administrators or databases. */
function findWide(given: Case, steps: readonly LegStep[]): string | undefined {
  const port = given.outcomes[0]?.asked[0]?.destinationPort[0];
  const portClass = port === undefined ? undefined : findWellKnownPort('tcp', port)?.class;
  if (portClass !== 'remote-administration' && portClass !== 'database') return undefined;
  const wide = steps.find(({ step }) => admitsEveryone(given, step));
  return wide?.step.evidence ? `${labelOf(given.lookup, wide.step.evidence)} admits every address.` : undefined;
}

function admitsEveryone(given: Case, step: TraceStep): boolean {
  const group = given.lookup.resource(step.resource);
  const row = step.evidence?.row;
  if (group?.kind !== 'security-group' || row === undefined) return false;
  const peer = group.inbound[asRowId(row)]?.peer;
  return peer !== undefined && 'cidr' in peer && (peer.cidr === '0.0.0.0/0' || peer.cidr === '::/0');
}

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['security-group']) ?? judgeWithoutPacket(given);
  if (blocked) return blocked;
  const steps = stepsOf(given, 'security-group').filter(isOpening);
  if (steps.length === 0) return { status: 'not-needed', sentence: 'No security group stands on the way: neither end is a network interface.' };
  const evidence: readonly Evidence[] = steps.flatMap(({ step }) => (step.evidence ? [withLabel(given.lookup, step.evidence)] : []));
  const sentence = `${steps.map((step) => describeGroup(given, step)).join('; ')}; groups are stateful, so replies pass.`;
  const wide = findWide(given, steps);
  return wide === undefined ? { status: 'pass', sentence, evidence } : { status: 'warning', sentence: `${sentence} ${wide}`, evidence };
}

export const securityGroups: Check = {
  id: 'security-groups',
  title: 'Security groups',
  question: "Do the instance's groups let it in, and let the other end send it?",
  explanation:
    'A security group has rules that allow and none that deny; an interface may have several groups, and any rule of any of them is enough. Groups are stateful: the reply to what was let in is let out. A rule that names a group means the private addresses of its members, never their public ones.',
  judge,
};
