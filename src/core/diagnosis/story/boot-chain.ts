import type { StoryPart } from '../../findings/diagnosis.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import type { ScriptNeed } from '../../scripts/script-needs.ts';
import { bootNeeds, nameOfNeed } from '../boot-egress.ts';
import { findBootRefusal, NEEDS_EGRESS } from '../boot-way.ts';
import { instanceOf, type Case } from '../case.ts';
import { findStoppingFault, knownServices, startedAt } from '../known-services.ts';
import { serviceAt } from '../machine-blocks/service-blocks.ts';
import type { Chain, Told } from './chain.ts';
import { findEgressCause } from './egress-cause.ts';
import { isOfNetwork } from './step-of-component.ts';

function describeRefusal({ given, fate }: Told, name: string): StoryPart {
  const { port, protocol = 'tcp' } = given.question;
  const where = port === undefined ? name : `${String(protocol).toUpperCase()} ${port} of ${name}`;
  const evidence = instanceOf(given.to);
  const isKnown = (evidence && knownServices(evidence.instance) !== undefined) === true || fate === 'refused';
  return {
    step: 'application',
    sentence: `So nothing listens on ${where}${isKnown ? '' : ', unless somebody has started it by hand since'}.`,
    evidence: evidence ? [{ ...evidenceAt(evidence.id), label: name }] : [],
    fixes: [],
  };
}

const REFUSED: StoryPart = { step: 'http-or-https', sentence: 'The packet arrives and the machine turns it away: the connection is refused (ERR_CONNECTION_REFUSED).', evidence: [], fixes: [] };

type Target = NonNullable<ReturnType<typeof instanceOf>>;

/** Whether the asked service hangs on the script: nobody has said that it runs all the same. */
function hangsOnScript({ question }: Case, { instance }: Target): boolean {
  const { port, protocol } = question;
  const declared = port === undefined || instance.services === undefined ? undefined : serviceAt(instance, port, protocol === 'udp' ? 'udp' : 'tcp')?.[1];
  return declared?.running !== true;
}

/** What the script needs before it starts what is asked for, else the first thing that it cannot reach. */
function findUnmet({ lookup, question }: Case, target: Target): ScriptNeed | undefined {
  return findBootRefusal(lookup, target, question.port)?.need ?? bootNeeds(lookup, target).find(({ fate }) => fate === 'no')?.need;
}

function sayFault({ lookup, question }: Case, { id, instance }: Target): string | undefined {
  const fault = findStoppingFault(instance, question.port);
  return fault && `The user data of ${lookup.nameOf(id)} fails at its first start. ${fault.sentence}`;
}

/** What is never started, that nothing listens, and what the person sees. */
function sayOutcome(told: Told, { id, instance }: Target, name: string): readonly StoryPart[] {
  const started = startedAt(instance, told.given.question.port);
  const unstarted: StoryPart = { step: 'application', sentence: `So ${started?.name ?? ''}, which line ${started?.line ?? ''} starts, is never started.`, evidence: [{ ...evidenceAt(id), label: 'user data' }], fixes: [] };
  return [...(started === undefined ? [] : [unstarted]), describeRefusal(told, name), REFUSED];
}

/**
 * A fault of the script, or no way to the repositories at the first start, so the installation fails, nothing listens, and
 * the connection is refused.
 */
export const bootChain: Chain = (told) => {
  const { given, blockers } = told;
  const target = instanceOf(given.to);
  if (!target || blockers.some(isOfNetwork) || !hangsOnScript(given, target)) return [];
  const name = given.lookup.nameOf(target.id);
  const fault = blockers.find(({ component, code }) => component === 'user-data' && code !== NEEDS_EGRESS);
  if (fault) return [{ step: 'user-data', sentence: sayFault(given, target) ?? fault.sentence, evidence: fault.evidence, fixes: fault.fixes }, ...sayOutcome(told, target, name)];
  const need = findUnmet(given, target);
  const cause = need && findEgressCause(given.lookup, target, need);
  if (!cause) return [];
  return [
    { ...cause, sentence: `${name} has no way to ${nameOfNeed(need)} at its first start. ${cause.sentence}` },
    { step: 'user-data', sentence: `So line ${need.line} of its user data (${need.words}) fails; /var/log/cloud-init-output.log says so.`, evidence: [{ ...evidenceAt(target.id), label: 'user data' }], fixes: [] },
    ...sayOutcome(told, target, name),
  ];
};
