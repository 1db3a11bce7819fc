import type { Settings } from '@shared/contract.ts';

/** Sizes of the window's parts in pixels, and which of them are open. */
export interface Panes {
  readonly left: number;
  readonly right: number;
  readonly dock: number;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
  readonly dockOpen: boolean;
  readonly minimap: boolean;
}

export const defaultPanes: Panes = {
  left: 256,
  right: 296,
  dock: 312,
  leftOpen: true,
  rightOpen: true,
  dockOpen: true,
  minimap: true,
};

/** Smallest and largest size of what can be dragged. The window limits them further. */
export const paneLimits = {
  left: { smallest: 200, largest: 420 },
  right: { smallest: 264, largest: 520 },
  dock: { smallest: 160, largest: 900 },
} as const;

type Remembered = Settings['panes'];

/** Sizes and folds as the host remembers them; what is missing or of another type stands at its default. */
export function readPanes(remembered: Remembered): Panes {
  const size = (name: string, standard: number): number => {
    const value = remembered[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : standard;
  };
  const fold = (name: string, standard: boolean): boolean => {
    const value = remembered[name];
    return typeof value === 'boolean' ? value : standard;
  };
  return {
    left: size('left', defaultPanes.left),
    right: size('right', defaultPanes.right),
    dock: size('dock', defaultPanes.dock),
    leftOpen: fold('leftOpen', defaultPanes.leftOpen),
    rightOpen: fold('rightOpen', defaultPanes.rightOpen),
    dockOpen: fold('dockOpen', defaultPanes.dockOpen),
    minimap: fold('minimap', defaultPanes.minimap),
  };
}

export const writePanes = (panes: Panes): Remembered => ({ ...panes });
