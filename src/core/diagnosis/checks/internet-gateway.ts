import { withLabel } from '../../tracing/names.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { isOnInternet, type Case } from '../case.ts';
import { judgeBlockers, judgeWithoutPacket, type Check, type Judgement } from '../define-check.ts';
import { toldOutcome } from '../travelled.ts';

const passedGateways = (given: Case): readonly string[] => {
  const outcome = toldOutcome(given.outcomes);
  const steps = [...(outcome?.request.steps ?? []), ...(outcome?.reply?.steps ?? [])];
  const ids = steps.filter(({ passed, step }) => passed && (step === 'gateway' || step === 'translate')).map(({ resource }) => resource);
  return [...new Set(ids)].filter((id) => given.lookup.resource(id)?.kind === 'internet-gateway' || [...given.lookup.vpcs.values()].some((vpc) => vpc.internetGateways.some((gateway) => gateway === id)));
};

function judge(given: Case): Judgement {
  const { lookup } = given;
  const blocked = judgeBlockers(given, ['internet-gateway', 'egress-only-internet-gateway', 'block-public-access']) ?? judgeWithoutPacket(given);
  if (blocked) return blocked;
  const gateways = passedGateways(given);
  const [first] = gateways;
  if (first !== undefined) {
    const vpc = [...lookup.vpcs.values()].find((candidate) => candidate.internetGateways.some((id) => id === first));
    return { status: 'pass', sentence: `${lookup.nameOf(first)} is attached to VPC ${vpc ? lookup.nameOf(vpc.id) : ''}.`, evidence: gateways.map((id) => withLabel(lookup, evidenceAt(id))) };
  }
  if (isOnInternet(given.from) || isOnInternet(given.to)) return { status: 'not-needed', sentence: 'The traffic does not come as far as an internet gateway: an earlier step stops it.' };
  return { status: 'not-needed', sentence: 'No internet gateway is involved: both ends are private.' };
}

export const internetGateway: Check = {
  id: 'internet-gateway',
  title: 'Internet gateway',
  question: 'Is an internet gateway attached to the VPC?',
  explanation:
    'A VPC has no way to the internet until an internet gateway is attached to it. A gateway that exists but is detached, or is attached to another VPC, does nothing. VPC Block Public Access closes the gateway for a whole Region.',
  judge,
};
