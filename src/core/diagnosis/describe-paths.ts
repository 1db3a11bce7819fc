import type { Hop, LegPath } from '../findings/diagnosis.ts';
import { explainStep } from '../tracing/explain-step.ts';
import type { TraceStep } from '../tracing/flight.ts';
import { withLabel } from '../tracing/names.ts';
import type { Case } from './case.ts';
import { toldOutcome } from './travelled.ts';

function describeHops(given: Case, steps: readonly TraceStep[], isStopped: boolean): readonly Hop[] {
  let isOver = isStopped;
  return steps.map((step): Hop => {
    const hop: Hop = {
      resource: step.resource,
      step: step.step,
      passed: isOver ? null : step.passed,
      because: step.evidence ? withLabel(given.lookup, step.evidence) : null,
      sentence: explainStep(given.lookup, step),
    };
    isOver ||= !step.passed;
    return hop;
  });
}

/** Request and reply as the hops they pass; after the first block, what comes is where they would have gone. */
export function describePaths(given: Case): readonly LegPath[] {
  const outcome = toldOutcome(given.outcomes);
  if (!outcome) return [];
  const request: LegPath = { leg: 'request', hops: describeHops(given, outcome.request.steps, false) };
  if (!outcome.reply) return [request];
  const isStopped = outcome.request.steps.some(({ passed }) => !passed);
  return [request, { leg: 'reply', hops: describeHops(given, outcome.reply.steps, isStopped) }];
}
