import type { Settings } from '@shared/contract.ts';

/** Sizes of the window's parts in pixels, and which of them are open. */
export interface Panes {
  readonly left: number;
  readonly right: number;
  readonly dock: number;
  /** Height of the parts above the outline. */
  readonly parts: number;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
  readonly dockOpen: boolean;
  readonly minimap: boolean;
}

export const defaultPanes: Panes = {
  left: 236,
  right: 296,
  dock: 312,
  parts: 0,
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
  parts: { smallest: 60, largest: 900 },
} as const;

type Remembered = Settings['panes'];

/** Sizes and folds as the host remembers them; what is missing or of another type stands at its default. */
export function readPanes(remembered: Remembered): Panes {
  const entries = Object.entries(defaultPanes).map(([name, standard]) => {
    const value = remembered[name];
    const isUsable = typeof value === typeof standard && (typeof value !== 'number' || Number.isFinite(value));
    return [name, isUsable ? value : standard];
  });
  return Object.fromEntries(entries) as unknown as Panes;
}

export const writePanes = (panes: Panes): Remembered => ({ ...panes });
