import type { ImportLine } from '../../findings/import-report.ts';
import { shorten } from '../../model/quote.ts';
import { awsKeyOf } from './aws-keys.ts';
import type { Draft } from './draft.ts';
import { listNames } from './list-names.ts';
import { NO_TARGET } from './readers/route-tables.ts';
import { referencesOf } from './references.ts';

const hasKeyOf = (draft: Draft, id: string): boolean => {
  const known = awsKeyOf(id);
  return known === undefined || [known.key, ...known.otherKeys].some((key) => draft.hasKey(key));
};

function describeBroken(draft: Draft, id: string, from: readonly string[]): string {
  const subject = `${listNames(from)} ${from.length === 1 ? 'names' : 'name'} ${shorten(id)}`;
  if (draft.wasLeftOut(id)) return `${subject}, which was left out.`;
  return hasKeyOf(draft, id) ? `${subject}, which is in no file.` : `${subject}, but no file has "${awsKeyOf(id)?.key ?? ''}".`;
}

function findRoutesWithoutTarget(draft: Draft): readonly ImportLine[] {
  return draft.all('route-table').flatMap(([id, table]) => {
    const routes = Object.values(table.routes).filter(({ target }) => target === NO_TARGET);
    const destinations = listNames(routes.map(({ destination }) => destination));
    const sentence = `${id} sends ${destinations} to a target that AWS does not name any more.`;
    return routes.length === 0 ? [] : [{ type: 'RouteTables', count: routes.length, outcome: 'broken-reference', sentence } as const];
  });
}

/** The things that resources name and that are not in the draft, with those that name them. */
export function findMissingThings(draft: Draft): ReadonlyMap<string, readonly string[]> {
  const missing = new Map<string, string[]>();
  for (const [from, resource] of draft.entries()) {
    for (const to of new Set(referencesOf(resource))) {
      if (draft.has(to)) continue;
      const names = missing.get(to) ?? [];
      missing.set(to, names);
      names.push(from);
    }
  }
  return missing;
}

/** One line for every thing that is named and not there. The references stay in the design as they are. */
export function describeBrokenReferences(draft: Draft, missing: ReadonlyMap<string, readonly string[]>): readonly ImportLine[] {
  const lines = [...missing].map(([id, from]): ImportLine => {
    const type = awsKeyOf(id)?.key ?? 'unknown';
    return { type, count: from.length, outcome: 'broken-reference', sentence: describeBroken(draft, id, from) };
  });
  return [...lines, ...findRoutesWithoutTarget(draft)];
}

/** Answers whose absence matters even when nothing names what they would hold: AWS has a default for it, or it is unseen. */
const ALWAYS_EXPECTED: readonly (readonly [key: string, call: string])[] = [
  ['InternetGateways', 'internet-gateways'],
  ['NetworkAcls', 'network-acls'],
  ['NetworkInterfaces', 'network-interfaces'],
  ['RouteTables', 'route-tables'],
  ['SecurityGroups', 'security-groups'],
];

/** The calls of which the files hold the first pages alone; of route tables a subnet's own may still be known. */
export const findCutCalls = (draft: Draft): readonly string[] => [...ALWAYS_EXPECTED, ['Subnets', 'subnets'] as const].flatMap(([key, call]) => (key !== 'RouteTables' && draft.isCut(key) ? [call] : []));

/** The calls (`network-acls` for `describe-network-acls`) of which no file had the answer, sorted. An empty answer is one. */
export function findMissingCalls(draft: Draft, missing: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const expected = ALWAYS_EXPECTED.flatMap(([key, call]) => (draft.hasKey(key) ? [] : [call]));
  const named = [...missing.keys()].flatMap((id) => (hasKeyOf(draft, id) ? [] : (awsKeyOf(id)?.call ?? [])));
  return [...new Set([...expected, ...named])].sort();
}
