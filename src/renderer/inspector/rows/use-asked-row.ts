import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useAppState } from '../../app/app-context.ts';

/** Whether a cell is in the table of a direction: the two may use the same row ids. A table that says none has but one. */
function isOnSide(cell: HTMLElement, direction: string | null): boolean {
  const side = cell.closest<HTMLElement>('[data-direction]')?.dataset['direction'];
  return direction === null || side === undefined || side === direction;
}

/**
 * Scrolls to the row that evidence points at and marks it with `data-asked`, for tables whose cells carry `data-row`. The
 * focus stays where it is: who clicks through a checklist wants to go on clicking.
 */
export function useAskedRow<Element extends HTMLElement>(resource: string): RefObject<Element | null> {
  const container = useRef<Element>(null);
  const row = useAppState(({ selection }) => (selection.keys[selection.keys.length - 1] === resource ? selection.row : null));
  const direction = useAppState(({ selection }) => selection.direction);
  useLayoutEffect(() => {
    const cells = [...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const asked = cells.filter((cell) => row !== null && cell.dataset['row'] === row && isOnSide(cell, direction)).map((cell) => cell.closest('tr') ?? cell);
    for (const line of asked) line.dataset['asked'] = '';
    asked[0]?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const line of asked) delete line.dataset['asked'];
    };
  }, [row, direction, resource]);
  return container;
}
