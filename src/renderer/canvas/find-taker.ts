import { judgeDrop, type Dragged } from '@core/editing/judge-drop.ts';
import { isGuardedKind } from '@core/editing/group-holders.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { DropTarget } from './drag-state.ts';

/** What the pointer is over: the thing itself, and the box that it stands in. */
export interface Pointed {
  readonly own: string | undefined;
  readonly around: string | undefined;
}

const kindOf = ({ resources }: Design, key: string | undefined) => resources[asResourceId(key ?? '')]?.kind;

/** Whether a drop on a thing means the thing, so that its reason is told and not that of the box around it. */
function isMeant(design: Design, dragged: Dragged, own: string): boolean {
  const isGroup = 'part' in dragged ? dragged.part === 'security-group' : dragged.keys.every((key) => kindOf(design, key) === 'security-group');
  const kind = kindOf(design, own);
  return isGroup && kind !== undefined && isGuardedKind(kind);
}

/** Where a drop goes, and what it would do there: on what it points at where that takes it, else in the box around. */
export function findTaker(design: Design, dragged: Dragged, { own, around }: Pointed): DropTarget {
  const inside = { container: around, judgement: judgeDrop(design, dragged, around) };
  if (own === undefined || own === around) return inside;
  const onto = { container: own, judgement: judgeDrop(design, dragged, own) };
  return onto.judgement.ok || isMeant(design, dragged, own) ? onto : inside;
}
