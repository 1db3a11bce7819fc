import { diagnose } from '../diagnosis/diagnose.ts';
import { describeTraffic } from '../editing/rule-traffic.ts';
import type { ExpectationChange, ExpectationOutcome } from '../findings/comparison.ts';
import type { Design, Expectation } from '../model/design.ts';
import type { Question } from '../model/question.ts';
import { canonicalText } from './canonical-text.ts';
import { pairRows } from './compare-rows.ts';
import { namesOf } from './compare-resources.ts';

function describeAsked({ protocol = 'tcp', port, icmpType, scheme }: Question): string {
  if (scheme !== undefined) return port === undefined ? scheme.toUpperCase() : `${scheme.toUpperCase()} ${port}`;
  return describeTraffic({ protocol, ...(port !== undefined && { fromPort: port, toPort: port }), ...(icmpType !== undefined && { icmpType }) });
}

function describeQuestion(design: Design, question: Question): string {
  const nameOf = namesOf(design);
  return `${nameOf(question.from)} → ${nameOf(question.to)}, ${describeAsked(question)}`;
}

function ask(design: Design, expectation: Expectation | undefined): ExpectationOutcome | null {
  if (!expectation) return null;
  const reply = diagnose(design, expectation.question);
  return { expected: expectation.verdict, verdict: reply.ok ? reply.value.verdict : null };
}

interface Pair {
  readonly before: Expectation | undefined;
  readonly after: Expectation | undefined;
}

/** Saved questions that belong together: those that ask the same. */
function pairExpectations(before: Design['expectations'] = {}, after: Design['expectations'] = {}): readonly Pair[] {
  const changed = pairRows(Object.values(before), Object.values(after), (row) => canonicalText((row as Expectation).question)).map((pair): Pair => ({
    before: pair.before?.value as Expectation | undefined,
    after: pair.after?.value as Expectation | undefined,
  }));
  const left = new Set(changed.map((pair) => pair.after));
  const same = Object.values(after).filter((expectation) => !left.has(expectation));
  return [...same.map((expectation) => ({ before: expectation, after: expectation })), ...changed];
}

const say = ({ verdict }: ExpectationOutcome): string => (verdict === null ? 'cannot be asked' : `is ${verdict}`);
const wasVerdict = ({ verdict }: ExpectationOutcome): string => (verdict === null ? 'could not be asked' : `was ${verdict}`);

function explain(title: string, before: ExpectationOutcome | null, after: ExpectationOutcome | null): string {
  if (!after) return `${title} is not asked any more; it ${before ? wasVerdict(before) : 'was not asked'}.`;
  if (!before) return `${title} is a new question; it ${say(after)}, and ${after.expected} is expected.`;
  const expected = before.expected === after.expected ? `${after.expected} is expected` : `${after.expected} is expected, no longer ${before.expected}`;
  return before.verdict === after.verdict ? `${title} ${say(after)} as before; ${expected}.` : `${title} ${say(after)}, ${wasVerdict(before)}; ${expected}.`;
}

function compareOne({ before, after }: { readonly before: Design; readonly after: Design }, pair: Pair): readonly ExpectationChange[] {
  const shown = pair.after ?? pair.before;
  if (!shown) return [];
  const [old, fresh] = [ask(before, pair.before), ask(after, pair.after)];
  if (canonicalText(pair.before) === canonicalText(pair.after) && old?.verdict === fresh?.verdict) return [];
  const title = shown.title ?? describeQuestion(pair.after ? after : before, shown.question);
  return [{ title, question: shown.question, before: old, after: fresh, sentence: explain(title, old, fresh) }];
}

/** The saved questions that are new, gone or changed, and those that are answered otherwise than before. */
export function compareExpectations(before: Design, after: Design): readonly ExpectationChange[] {
  return pairExpectations(before.expectations, after.expectations).flatMap((pair) => compareOne({ before, after }, pair));
}
