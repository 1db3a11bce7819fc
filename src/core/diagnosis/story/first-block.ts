import type { StoryPart } from '../../findings/diagnosis.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import type { Question } from '../../model/question.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { withLabel } from '../../tracing/names.ts';
import { traceRoundTrip } from '../../tracing/round-trip.ts';
import { startFlights } from '../../tracing/start-flights.ts';
import { explainBlock } from '../explain-block.ts';
import { findFixes } from '../fixes/find-fixes.ts';
import { stepOfComponent } from './step-of-component.ts';

/**
 * The first thing that stops what an interface itself opens, by the evaluator; nothing where part of it gets through or
 * where the design cannot tell.
 */
export function firstBlockOf(lookup: Lookup, sender: InterfaceEntry, asked: { readonly to: Endpoint; readonly question: Question }): StoryPart | undefined {
  const from: Endpoint = { kind: 'interfaces', interfaces: [sender], address: undefined, via: 'private' };
  const starts = startFlights(from, asked.to, asked.question);
  if (!starts.ok) return undefined;
  const outcomes = traceRoundTrip({ lookup, policy: 'strict' }, starts.value);
  const blocks = outcomes.map(({ blocks: [first] }) => first);
  const [first] = blocks;
  if (!first || blocks.some((block) => block === undefined || block.certainty === 'unknown')) return undefined;
  return {
    step: stepOfComponent(first.component),
    sentence: explainBlock(lookup, first),
    evidence: first.evidence.slice(0, 1).map((evidence) => withLabel(lookup, evidence)),
    fixes: findFixes({ lookup, block: first, question: asked.question, from, to: asked.to }),
  };
}
