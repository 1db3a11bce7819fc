import type { Box, Design, Layout } from '../model/design.ts';
import { ownerOfKey, parseZoneKey } from './container.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { countOf } from './nouns.ts';
import { refuse } from './refusal.ts';

const isFinitePlace = ({ x, y, width = 1, height = 1 }: Box): boolean => [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0;

function checkKey(draft: Draft, key: string): void {
  const isKnown = draft.find(ownerOfKey(key)) !== undefined || draft.find(parseZoneKey(key)?.vpc ?? '') !== undefined;
  if (!isKnown) refuse(`${key} is not in the design.`);
}

const sayBoxes = (draft: Draft, keys: readonly string[]): string => {
  const [only] = keys;
  return keys.length === 1 && only !== undefined ? (parseZoneKey(only)?.zone ?? draft.nameOf(ownerOfKey(only))) : countOf(keys.length, 'node');
};

/**
 * Moves nodes within their containers: keys are resource ids or zone keys, places are canvas pixels at 100 % relative to
 * the container. Sizes stay. Changes no meaning.
 */
export function moveBoxes(design: Design, { boxes }: { readonly boxes: Readonly<Record<string, { readonly x: number; readonly y: number }>> }): EditResult {
  return edit(design, (draft) => {
    const keys = Object.keys(boxes);
    if (keys.length === 0) refuse('Nothing is selected; select what to move first.');
    for (const [key, { x, y }] of Object.entries(boxes)) {
      checkKey(draft, key);
      if (!isFinitePlace({ x, y })) refuse(`${key} cannot be placed at ${x}, ${y}.`);
      draft.place(key, { x, y });
    }
    return { said: `Move ${sayBoxes(draft, keys)}` };
  });
}

/** Gives a container another place and size. */
export function resizeBox(design: Design, { key, box }: { readonly key: string; readonly box: Box }): EditResult {
  return edit(design, (draft) => {
    checkKey(draft, key);
    if (!isFinitePlace(box)) refuse(`${key} needs a width and a height above 0.`);
    draft.place(key, box);
    return { said: `Resize ${sayBoxes(draft, [key])}` };
  });
}

export interface CollapseRequest {
  /** Containers, each with its place: one that was never placed gets it written. */
  readonly boxes: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  readonly collapsed: boolean;
}

/** Folds containers to their captions, or shows again what they hold. Changes no meaning. */
export function setCollapsed(design: Design, { boxes, collapsed }: CollapseRequest): EditResult {
  return edit(design, (draft) => {
    const keys = Object.keys(boxes).filter((key) => (draft.design.layout[key]?.collapsed === true) !== collapsed);
    if (keys.length === 0) refuse(collapsed ? 'Everything that is selected is collapsed already.' : 'Nothing that is selected is collapsed.');
    for (const key of keys) {
      checkKey(draft, key);
      const { collapsed: _before, ...box } = { x: boxes[key]?.x ?? 0, y: boxes[key]?.y ?? 0, ...draft.design.layout[key] };
      draft.design = { ...draft.design, layout: { ...draft.design.layout, [key]: collapsed ? { ...box, collapsed } : box } };
    }
    return { said: `${collapsed ? 'Collapse' : 'Expand'} ${sayBoxes(draft, keys)}` };
  });
}

/** Replaces the whole layout, as arranging does. */
export function setLayout(design: Design, { layout }: { readonly layout: Layout }): EditResult {
  return edit(design, (draft) => {
    draft.design = { ...draft.design, layout };
    return { said: 'Arrange the design' };
  });
}
