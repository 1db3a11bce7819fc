import { containersAround, findContainers } from '@core/drawing/containers.ts';
import { judgeDrop } from '@core/editing/judge-drop.ts';
import type { PartId } from '@core/editing/parts.ts';
import type { Design } from '@core/model/design.ts';

/** Where a part goes: a container's key, or `null` for the canvas itself; or why it goes nowhere. */
export type ContainerChoice = { readonly container: string | null } | { readonly refused: string };

/**
 * Finds the container for a part that is added without pointing at a place: what is selected, else the nearest container
 * around it that takes the part, else the canvas, else the only place in the design that takes it.
 */
export function chooseContainer(design: Design, part: PartId, selected: string | undefined): ContainerChoice {
  const containers = findContainers(design);
  const near = selected === undefined ? [] : [selected, ...containersAround(containers, selected)];
  for (const key of near) if (judgeDrop(design, { part }, key).ok) return { container: key };
  const onCanvas = judgeDrop(design, { part }, undefined);
  if (onCanvas.ok) return { container: null };
  const takers = [...containers.nodes.keys()].filter((key) => judgeDrop(design, { part }, key).ok);
  const [only] = takers;
  if (only !== undefined && takers.length === 1) return { container: only };
  const onSelected = selected === undefined ? onCanvas : judgeDrop(design, { part }, selected);
  return { refused: onSelected.ok ? onCanvas.refused : onSelected.refused };
}
