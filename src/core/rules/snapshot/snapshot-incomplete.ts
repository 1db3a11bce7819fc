import { joinNames } from '../../editing/nouns.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';

interface Facts {
  readonly missing: readonly string[];
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const missing = lookup.design.snapshot?.missing ?? [];
  if (missing.length > 0) yield { evidence: [], facts: { missing } };
}

export const snapshotIncomplete = defineRule<Facts>({
  id: 'snapshot-incomplete',
  area: 'snapshot',
  severity: 'warning',
  why: 'What an import did not hold is replaced by what AWS makes when nobody says otherwise, or left undetermined; rules about it keep silent.',
  learnMore: 'https://docs.aws.amazon.com/cli/latest/reference/ec2/index.html',
  check,
  explain: ({ missing }) => `The import had no answer of ${joinNames(missing.map((name) => `describe-${name}`))}; import ${missing.length === 1 ? 'it' : 'them'} too for answers about ${missing.length === 1 ? 'that' : 'those'}.`,
});
