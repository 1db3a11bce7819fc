import { parseStandbyKey, parseZoneKey } from '@core/drawing/node-keys.ts';
import type { RuleDirection } from '@core/editing/network-acl-rules.ts';
import type { Design } from '@core/model/design.ts';
import type { SliceContext } from './slice-context.ts';

export interface Selection {
  /**
   * What is selected, in the order it was: resource ids (with or without a node on the canvas) and keys of zones. The
   * last one is what the inspector shows.
   */
  readonly keys: readonly string[];
  /** The row of the inspected resource that is asked for: a route, a rule, an address. */
  readonly row: string | null;
  /** Which rules the row is one of, where the two directions may use the same row id. */
  readonly direction: RuleDirection | null;
  /** What a list points at while the pointer or the focus is on its row. */
  readonly highlighted: readonly string[];
}

export const initialSelection: Selection = { keys: [], row: null, direction: null, highlighted: [] };

export interface SelectionActions {
  select(keys: readonly string[]): void;
  /** Adds to the selection, or takes out of it. */
  toggleSelected(key: string): void;
  /** Selects a resource and points the inspector at one of its rows: what a click on evidence does. */
  showEvidence(evidence: { readonly at: string; readonly row?: string; readonly direction?: RuleDirection }): void;
  highlight(keys: readonly string[]): void;
}

const exists = (design: Design, key: string): boolean => {
  const resource = parseZoneKey(key)?.vpc ?? parseStandbyKey(key) ?? key;
  return Object.hasOwn(design.resources, resource);
};

/** The keys that name something of the design. */
export function keepExisting(design: Design, keys: readonly string[]): readonly string[] {
  return keys.every((key) => exists(design, key)) ? keys : keys.filter((key) => exists(design, key));
}

const areSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, index) => key === b[index]);

export function createSelectionActions({ get, set }: SliceContext): SelectionActions {
  const select: SelectionActions['select'] = (keys) => {
    const { design, selection } = get();
    const kept = keepExisting(design, keys);
    if (areSame(kept, selection.keys) && selection.row === null) return;
    set({ selection: { ...selection, keys: kept, row: null } });
  };
  return {
    select,
    toggleSelected: (key) => {
      const { keys } = get().selection;
      select(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]);
    },
    showEvidence: ({ at, row, direction }) => {
      const { design, selection } = get();
      set({ selection: { ...selection, keys: keepExisting(design, [at]), row: row ?? null, direction: direction ?? null } });
    },
    highlight: (keys) => {
      const { selection } = get();
      if (!areSame(keys, selection.highlighted)) set({ selection: { ...selection, highlighted: keys } });
    },
  };
}

/** The key the inspector shows: what was selected last. */
export const inspectedKey = (selection: Selection): string | undefined => selection.keys[selection.keys.length - 1];
