import type { Blocker, Diagnosis, StepId, StepResult } from '../findings/diagnosis.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Lookup } from '../lookup/entries.ts';
import type { Answer, Design } from '../model/design.ts';
import type { Question, Symptom } from '../model/question.ts';
import { succeed, type Reply } from '../model/reply.ts';
import { componentOfType } from '../tracing/component-of-type.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import type { Block } from '../tracing/flight.ts';
import { withLabel } from '../tracing/names.ts';
import { resolveDestination } from '../tracing/resolve-destination.ts';
import { resolveEndpoint } from '../tracing/resolve-endpoint.ts';
import { traceRoundTrip, type Outcome } from '../tracing/round-trip.ts';
import { onlyAddress } from '../tracing/split-parcels.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import { commonFamily, lacksCommonFamily, startFlights, type Start } from '../tracing/start-flights.ts';
import { collectAssumptions } from './assumptions.ts';
import type { Case } from './case.ts';
import { checklist } from './checklist.ts';
import type { Judgement } from './define-check.ts';
import { completeQuestion } from './complete-question.ts';
import { explainBlock } from './explain-block.ts';
import { doesPartArrive, fateOfPage, seeInBrowser } from './browser/see-in-browser.ts';
import type { PageFate } from '../aws/browser-messages.ts';
import { findEphemeralMatrix } from './ephemeral-matrix.ts';
import { tellStory } from './story/tell-story.ts';
import { asResourceId } from '../model/ids.ts';
import { withPageOf } from '../model/question-url.ts';
import { findStaleRule } from './stale-rule.ts';
import { findFixes } from './fixes/find-fixes.ts';
import { findMachineBlocks } from './machine-blocks/find-machine-blocks.ts';
import { describePaths } from './describe-paths.ts';
import { findContradiction, whyLikely } from './symptoms.ts';
import { askByNat64, noteMissingDns64 } from './nat64-question.ts';
import { judgeVerdict, summarise } from './verdict.ts';
import { unheldPublicAddress } from '../tracing/cross-internet.ts';
import { blockAt, NOWHERE, type TraceContext } from '../tracing/advance.ts';

const keyOf = (block: Block): string => `${block.leg} ${block.component} ${block.resource} ${block.row ?? ''} ${block.code}`;

function uniqueBlocks(blocks: readonly Block[]): readonly Block[] {
  const unique = new Map<string, Block>();
  for (const block of blocks) if (!unique.has(keyOf(block))) unique.set(keyOf(block), block);
  return [...unique.values()];
}

/** Asked from the internet for a public address that nobody in the design holds, or across what is not modelled. */
function blockedAtOnce(context: TraceContext, from: Endpoint, to: Endpoint): ((start: Start) => Start) | undefined {
  const isFromInternet = from.kind === 'internet' || from.kind === 'client';
  if (!isFromInternet || (to.kind !== 'internet' && to.kind !== 'address')) return undefined;
  return (start) => ({ ...start, flight: blockAt(context, start.flight, { block: unheldPublicAddress(start.flight), next: NOWHERE }) });
}

function unmodelledBlock(endpoint: Endpoint): Block | undefined {
  if (endpoint.kind !== 'unmodelled') return undefined;
  const nothing = [0, 0] as const;
  return {
    leg: 'request',
    component: componentOfType(endpoint.type) ?? 'service',
    resource: endpoint.id,
    row: undefined,
    code: 'UNSUPPORTED_COMPONENT',
    certainty: 'unknown',
    evidence: [{ at: endpoint.id }],
    subject: { target: endpoint.type },
    traffic: { source: nothing, destination: nothing, protocol: nothing, sourcePort: nothing, destinationPort: nothing },
  };
}

function blockerOf(given: { readonly lookup: Lookup; readonly question: Question; readonly from: Endpoint; readonly to: Endpoint }, block: Block): Blocker {
  const stale = findStaleRule({ ...given, block });
  return {
    leg: block.leg,
    component: block.component,
    resource: block.resource,
    row: block.row ?? null,
    code: block.code,
    sentence: explainBlock(given.lookup, block),
    evidence: block.evidence.map((evidence) => withLabel(given.lookup, evidence)),
    fixes: [...(stale?.fixes ?? []), ...findFixes({ ...given, block })],
    ...(stale && { note: stale.note }),
  };
}

const isSameQuestion = (a: Question, b: Question): boolean => a.from === b.from && a.to === b.to && (a.protocol ?? 'tcp') === (b.protocol ?? 'tcp') && a.port === b.port;

const answerTo = (design: Design, question: Question, step: StepId): Answer | undefined =>
  Object.values(design.answers ?? {}).find((answer) => answer.step === step && isSameQuestion(answer.question, question));

/** What the person answered stands in for what the drawing cannot know. */
function withAnswer(judgement: Judgement, answer: Answer | undefined): Judgement {
  if (!answer || judgement.status !== 'your-turn') return judgement;
  if (answer.answer === 'yes') return { ...judgement, status: 'pass', sentence: `You answered yes. ${judgement.sentence}` };
  return { ...judgement, status: 'fail', sentence: `You answered no. ${judgement.sentence}`, code: 'X_ANSWERED_NO' };
}

function judgeSteps(given: Case): readonly StepResult[] {
  return checklist.map((check, index): StepResult => {
    const judgement = withAnswer(check.judge(given), answerTo(given.lookup.design, given.question, check.id));
    return {
      id: check.id,
      number: index + 1,
      title: check.title,
      status: judgement.status,
      sentence: judgement.sentence,
      evidence: (judgement.evidence ?? []).map((evidence) => (evidence.label === undefined ? withLabel(given.lookup, evidence) : evidence)),
      code: judgement.code ?? null,
      fixes: judgement.fixes ?? [],
      likely: whyLikely(given.symptom, check.id),
      instructions: judgement.instructions ?? [],
    };
  });
}

const ANSWERED: Readonly<Partial<Record<StepId, Blocker['component']>>> = {
  'http-or-https': 'service',
  'user-data': 'user-data',
  permissions: 'permissions',
  'personal-network': 'personal-network',
  application: 'service',
};

/** A step the person answered with no blocks like anything else. */
function answeredBlockers(given: Case, steps: readonly StepResult[]): readonly Blocker[] {
  return steps
    .filter(({ code }) => code === 'X_ANSWERED_NO')
    .map((step) => ({ leg: 'request', component: ANSWERED[step.id] ?? 'service', resource: given.question.to, row: null, code: 'X_ANSWERED_NO', sentence: step.sentence, evidence: step.evidence, fixes: [] }));
}

function trace(lookup: Lookup, ends: { readonly from: Endpoint; readonly to: Endpoint; readonly isNat64?: boolean }, question: Question): Reply<readonly Outcome[]> {
  const context: TraceContext = { lookup, policy: 'persist' };
  if (ends.from.kind === 'gone' || ends.to.kind === 'gone' || ends.from.kind === 'unmodelled' || ends.to.kind === 'unmodelled') return succeed([]);
  if (lacksCommonFamily(ends.from, ends.to)) return succeed([]);
  const starts = startFlights(ends.from, ends.to, question);
  if (!starts.ok) return starts;
  const blocked = blockedAtOnce(context, ends.from, ends.to) ?? (ends.isNat64 ? (start: Start) => noteMissingDns64(context, start) : undefined);
  return succeed(traceRoundTrip(context, blocked ? starts.value.map(blocked) : starts.value));
}

/** A client that has addresses of both families asks a target of IPv6 alone by its IPv6 address. */
function inFamilyOf(to: Endpoint, from: Endpoint): Endpoint {
  const other = from.kind === 'client' && from.client.ipv6Address !== undefined ? parseIpv6(from.client.ipv6Address) : undefined;
  if (other === undefined || from.kind !== 'client' || to.kind !== 'interfaces' || commonFamily(from, to) !== undefined) return from;
  return { ...from, range: onlyAddress(other) };
}

function conclude(given: Case): Diagnosis {
  const steps = judgeSteps(given);
  const blockers = [...given.blockers, ...answeredBlockers(given, steps)];
  const verdict = judgeVerdict(given, blockers);
  const fate = fateOfPage(given, { verdict, blockers });
  const contradiction = findContradiction(given.symptom, {
    verdict,
    fate,
    isNetworkBlocked: steps.slice(0, 5).some(({ status }) => status === 'fail') && !doesPartArrive(given),
    statusOf: (step) => steps.find(({ id }) => id === step)?.status,
  });
  return {
    verdict,
    sentence: summarise(given, { verdict, blockers }),
    question: given.question,
    paths: describePaths(given),
    blockers,
    steps,
    assumptions: [...collectAssumptions(given), ...(contradiction === undefined ? [] : [contradiction])],
    ...describeSight(given, { blockers, fate, contradiction }),
  };
}

/** What is said where there is something to say: the story, what a browser shows, contradictions, and the replies of ACLs that stop one. */
function describeSight(given: Case, told: { readonly blockers: readonly Blocker[]; readonly fate: PageFate | undefined; readonly contradiction: string | undefined }): Pick<Diagnosis, 'story' | 'browser' | 'contradiction' | 'ephemeral'> {
  const { blockers, fate, contradiction } = told;
  const story = tellStory({ given, blockers, fate });
  const browser = seeInBrowser(fate);
  const acls = new Set(blockers.filter(({ component, leg }) => component === 'network-acl' && leg === 'reply').map(({ resource }) => resource));
  const ephemeral = [...acls].map((id) => findEphemeralMatrix(given.lookup, asResourceId(id))).filter((matrix) => matrix !== undefined);
  return { ...(story && { story }), ...(browser && { browser }), ...(contradiction !== undefined && { contradiction }), ...(ephemeral.length > 0 && { ephemeral }) };
}

/**
 * Answers a question about a design: the verdict, every blocker of both legs, the path, the ten steps, and what had to be
 * assumed. `to` may be a web address (`https://web-1`). Fails with one sentence when the question cannot be asked of this design.
 */
export function diagnose(design: Design, given: Question, symptom?: Symptom): Reply<Diagnosis> {
  const asked = withPageOf(given);
  const lookup = buildLookup(design);
  const from = resolveEndpoint(lookup, asked.from, 'source');
  if (!from.ok) return from;
  const to = resolveDestination(lookup, from.value, asked.to);
  if (!to.ok) return to;
  const target = askByNat64(from.value, to.value);
  const ends = { from: inFamilyOf(target, from.value), to: target };
  const question = completeQuestion(asked, ends.to);
  const outcomes = trace(lookup, { ...ends, isNat64: target !== to.value }, question);
  if (!outcomes.ok) return outcomes;
  const unmodelled = [unmodelledBlock(ends.from), unmodelledBlock(ends.to)].filter((block) => block !== undefined);
  const machine = findMachineBlocks({ lookup, question, ...ends, outcomes: outcomes.value });
  const blocks = uniqueBlocks([...outcomes.value.flatMap((outcome) => outcome.blocks), ...unmodelled, ...machine]);
  const blockers = blocks.map((block) => blockerOf({ lookup, question, ...ends }, block));
  return succeed(conclude({ lookup, question, symptom, ...ends, outcomes: outcomes.value, blocks, blockers }));
}
