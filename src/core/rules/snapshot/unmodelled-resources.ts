import { formatCount } from '../../address/format-count.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { Unmodelled } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly type: string;
  readonly count: number;
  readonly names: string;
}

const MOST_PLACES = 10;

function byType(lookup: Lookup): ReadonlyMap<string, readonly Entry<Unmodelled>[]> {
  const types = new Map<string, Entry<Unmodelled>[]>();
  for (const entry of lookup.byKind.unmodelled) {
    const known = types.get(entry.value.type);
    if (known) known.push(entry);
    else types.set(entry.value.type, [entry]);
  }
  return types;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const [type, entries] of byType(lookup)) {
    const facts: Facts = { type, count: entries.length, names: nameList(entries.map(({ id }) => nameOf(lookup, id))) };
    yield { evidence: entries.slice(0, MOST_PLACES).map(({ id }) => ({ at: id })), namedBy: 1, facts };
  }
}

export const unmodelledResources = defineRule<Facts>({
  id: 'unmodelled-resources',
  area: 'snapshot',
  severity: 'advice',
  why: 'Some kinds of AWS resources are kept and drawn, but nothing here knows what they do with traffic: wherever an answer would depend on one, it is undetermined and never guessed.',
  learnMore: documentation.vpcOverview,
  check,
  explain: ({ type, count, names }) =>
    count === 1
      ? `The ${type} ${names} is drawn but not modelled, so answers that depend on it are undetermined; check those in AWS.`
      : `${formatCount(count)} resources of the type ${type} (${names}) are drawn but not modelled, so answers that depend on them are undetermined; check those in AWS.`,
});
