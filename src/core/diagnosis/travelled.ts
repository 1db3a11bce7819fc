import type { HopStep, Leg } from '../findings/diagnosis.ts';
import type { Outcome } from '../tracing/round-trip.ts';
import type { TraceStep } from '../tracing/flight.ts';
import type { Case } from './case.ts';

/** The part of the traffic whose way is told: one that gets through, else one that comes furthest. */
export function toldOutcome(outcomes: readonly Outcome[]): Outcome | undefined {
  const length = (outcome: Outcome): number => outcome.request.steps.length + (outcome.reply?.steps.length ?? 0);
  const arrived = outcomes.find((outcome) => outcome.blocks.length === 0);
  return arrived ?? [...outcomes].sort((a, b) => length(b) - length(a))[0];
}

/** A step with the leg it belongs to. */
export interface LegStep {
  readonly leg: Leg;
  readonly step: TraceStep;
}

/** The steps of one sort on the way that is told, request first. */
export function stepsOf(given: Case, step: HopStep): readonly LegStep[] {
  const outcome = toldOutcome(given.outcomes);
  if (!outcome) return [];
  const request = outcome.request.steps.map((each): LegStep => ({ leg: 'request', step: each }));
  const reply = (outcome.reply?.steps ?? []).map((each): LegStep => ({ leg: 'reply', step: each }));
  return [...request, ...reply].filter((each) => each.step.step === step);
}
