export type SplitAxis = 'x' | 'y';
export type SplitSide = 'first' | 'second';

export interface SplitRange {
  readonly min: number;
  readonly max: number;
}

/** Arrow keys move the bar by this many px, with Shift by four times as many. */
export const SPLIT_STEP = 16;

const directionOf: Readonly<Record<SplitAxis, Readonly<Record<string, 1 | -1>>>> = {
  x: { ArrowRight: 1, ArrowLeft: -1 },
  y: { ArrowDown: 1, ArrowUp: -1 },
};

/** A size held within its range. */
export function clampSize(size: number, { min, max }: SplitRange): number {
  return Math.round(Math.min(Math.max(max, min), Math.max(min, size)));
}

export interface SplitKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

export interface SplitState extends SplitRange {
  readonly axis: SplitAxis;
  readonly sized: SplitSide;
  readonly size: number;
}

/** The size after a key: arrows move the bar, Home and End go to the ends. Undefined for any other key. */
export function sizeAfterKey({ key, shiftKey }: SplitKey, state: SplitState): number | undefined {
  if (key === 'Home') return state.min;
  if (key === 'End') return clampSize(state.max, state);
  const direction = directionOf[state.axis][key];
  if (direction === undefined) return undefined;
  const growth = state.sized === 'first' ? direction : -direction;
  return clampSize(state.size + growth * SPLIT_STEP * (shiftKey ? 4 : 1), state);
}
