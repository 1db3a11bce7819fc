import type { ChangeKind, Comparison, FieldChange, ResourceChange } from '../findings/comparison.ts';
import type { ResourceKind } from '../model/resources/index.ts';

/** What every reporter of a comparison is given; `before` and `after` are the files as the person named them. */
export interface ComparedDesigns {
  readonly before: string;
  readonly after: string;
  readonly comparison: Comparison;
}

export const changeKinds: readonly ChangeKind[] = ['added', 'removed', 'changed'];

/** Said where nothing differs. */
export const NO_DIFFERENCE = 'The two designs are the same, places on the canvas aside.';

/** `IPv4 CIDR block: 10.0.1.0/24 → 10.0.2.0/24`, `Inbound rule added: TCP 443 from 0.0.0.0/0`. */
export function tellField({ label, before, after }: FieldChange, quote: (text: string) => string = (text) => text): string {
  if (before === null) return `${label} added: ${quote(after ?? '')}`;
  return after === null ? `${label} removed: ${quote(before)}` : `${label}: ${quote(before)} → ${quote(after)}`;
}

/** A name with its id, which alone is the same in both versions; the id alone where there is no name. */
export const nameAndId = ({ name, resource }: ResourceChange): string => (name === '' || name === resource ? resource : `${name} (${resource})`);

export const sentencesOf = (changes: readonly { readonly sentence: string }[]): readonly string[] => changes.map(({ sentence }) => sentence);

/** `2 added, 1 changed`; empty when no resource differs. */
export function countChanges(resources: readonly ResourceChange[]): string {
  const count = (kind: ChangeKind): number => resources.filter(({ change }) => change === kind).length;
  return changeKinds.filter((kind) => count(kind) > 0).map((kind) => `${count(kind)} ${kind}`).join(', ');
}

/** `2 added, 1 changed`, or that no resource is. */
export const summariseChanges = (resources: readonly ResourceChange[]): string => (resources.length === 0 ? 'no resource differs' : countChanges(resources));

/** The changes of each kind together, in the order they are in. */
export function groupByKind(resources: readonly ResourceChange[]): ReadonlyMap<ResourceKind, readonly ResourceChange[]> {
  const groups = new Map<ResourceKind, ResourceChange[]>();
  for (const change of resources) groups.set(change.kind, [...(groups.get(change.kind) ?? []), change]);
  return groups;
}
