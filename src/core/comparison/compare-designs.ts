import { countOf } from '../editing/nouns.ts';
import type { Comparison, FieldChange, ResourceChange } from '../findings/comparison.ts';
import { withoutFindings } from '../findings/finding.ts';
import type { Design } from '../model/design.ts';
import { runRules } from '../rules/run-rules.ts';
import { canonicalText } from './canonical-text.ts';
import { compareExpectations } from './compare-expectations.ts';
import { compareReach } from './compare-reach.ts';
import { compareResources, namesOf } from './compare-resources.ts';
import { pairRows, type KeyedRow } from './compare-rows.ts';

function compareNames({ name: before }: Design, { name: after }: Design): readonly FieldChange[] {
  return before === after ? [] : [{ label: 'Name of the design', before, after }];
}

function compareMissing(before: Design, after: Design): readonly FieldChange[] {
  const pairs = pairRows(before.snapshot?.missing, after.snapshot?.missing, () => undefined);
  const word = (row: KeyedRow | undefined): string | null => (row === undefined ? null : String(row.value));
  return pairs.map((pair) => ({ label: 'Missing from the snapshot', before: word(pair.before), after: word(pair.after) }));
}

type Answer = NonNullable<Design['answers']>[never];

function compareAnswers(before: Design, after: Design): readonly FieldChange[] {
  const keyOf = (row: unknown): string => canonicalText({ ...(row as Answer), answer: '' });
  const describe = (design: Design, row: KeyedRow | undefined): string | null => {
    if (!row) return null;
    const { question, step, answer } = row.value as Answer;
    return `${namesOf(design)(question.from)} → ${namesOf(design)(question.to)}, ${step}: ${answer}`;
  };
  return pairRows(before.answers, after.answers, keyOf).map((pair) => ({ label: 'Answer to a step', before: describe(before, pair.before), after: describe(after, pair.after) }));
}

/** Two designs that share nothing are hardly versions of one: two imports of different accounts, for example. */
function noteStrangers({ resources: before }: Design, { resources: after }: Design): readonly string[] {
  const [old, fresh] = [Object.keys(before), Object.keys(after)];
  if (old.length === 0 || fresh.length === 0 || old.some((id) => Object.hasOwn(after, id))) return [];
  return [`The two designs have no resource in common, as two accounts have: ${countOf(old.length, 'resource')} count as removed and ${countOf(fresh.length, 'resource')} as added.`];
}

/** Properties that people read and no packet meets. */
const WORDS_ONLY: ReadonlySet<string> = new Set(['name', 'note', 'tags']);

const withoutWords = (resource: object | undefined): string => canonicalText(Object.fromEntries(Object.entries(resource ?? {}).filter(([field]) => !WORDS_ONLY.has(field))));

/** Whether the versions are one network under other names: then nothing opens or closes, and nobody has to walk through it. */
function isSameNetwork(before: Design, after: Design, resources: readonly ResourceChange[]): boolean {
  return resources.every(({ change, resource }) => change === 'changed' && withoutWords(before.resources[resource]) === withoutWords(after.resources[resource]));
}

/**
 * What differs between two versions of a design: resources by their ids, findings, saved questions, and who reaches what.
 * Neither places on the canvas nor the order of lists nor the ids of rows count. With more than `mostSubnets` reach is
 * compared from the internet alone.
 */
export function compareDesigns(before: Design, after: Design, mostSubnets?: number): Comparison {
  const resources = compareResources(before, after);
  const [old, fresh] = [runRules(before), runRules(after)];
  const missing = compareMissing(before, after);
  const { opens, closes, limits } = missing.length === 0 && isSameNetwork(before, after, resources) ? { opens: [], closes: [], limits: [] } : compareReach(before, after, { mostSubnets, outbound: true });
  return {
    design: [...compareNames(before, after), ...missing, ...compareAnswers(before, after)],
    resources,
    opens,
    closes,
    findings: { appeared: withoutFindings(fresh, old), resolved: withoutFindings(old, fresh) },
    expectations: compareExpectations(before, after),
    notes: [...noteStrangers(before, after), ...limits],
  };
}
