import type { Rectangle } from '@core/drawing/sizes.ts';
import { useStore, type ReactFlowState } from '@xyflow/react';
import { useCallback } from 'react';

const isSameRectangle = (a: Rectangle | undefined, b: Rectangle | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height);

type Places = readonly (Rectangle | undefined)[];
const areSame = (a: Places, b: Places): boolean => a.length === b.length && a.every((place, index) => isSameRectangle(place, b[index]));

/** The outline of the cloud stands this far inside its frame. */
const CLOUD_AIR = 6;

function placeOf({ nodeLookup }: ReactFlowState, key: string): Rectangle | undefined {
  const node = nodeLookup.get(key);
  if (!node) return undefined;
  const { x, y } = node.internals.positionAbsolute;
  const { width = 0, height = 0 } = node.measured;
  return node.type === 'cloud' ? { x: x + CLOUD_AIR, y, width: width - 2 * CLOUD_AIR, height } : { x, y, width, height };
}

/** Where nodes are on the canvas at this moment, also while they are dragged. */
export function usePlaces(keys: readonly string[]): Places {
  const select = useCallback((state: ReactFlowState): Places => keys.map((key) => placeOf(state, key)), [keys]);
  return useStore(select, areSame);
}
