import type { ResourceId } from '../../model/ids.ts';
import type { ResourceKind, ResourceOfKind } from '../../model/resources/index.ts';
import type { Container } from '../container.ts';
import type { Draft } from '../draft.ts';
import type { Fragment } from './fragment.ts';

/** What every step of pasting looks at. */
export interface Pasting {
  readonly draft: Draft;
  readonly fragment: Fragment;
  readonly container: Container;
  /** The new id of each resource of the fragment. */
  readonly ids: ReadonlyMap<string, ResourceId>;
}

/** The pasted resources of a kind, with the ids they had. */
export function pastedOf<Kind extends ResourceKind>({ draft, ids }: Pasting, kind: Kind): readonly { readonly old: string; readonly id: ResourceId; readonly value: ResourceOfKind<Kind> }[] {
  return [...ids].flatMap(([old, id]) => {
    const value = draft.findOf(id, kind);
    return value ? [{ old, id, value }] : [];
  });
}

/** Whether the id is one of those just pasted. */
export const isPasted = ({ ids }: Pasting, id: ResourceId | undefined): boolean => id !== undefined && [...ids.values()].includes(id);
