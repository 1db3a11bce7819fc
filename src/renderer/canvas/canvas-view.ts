import type { Rectangle } from '@core/drawing/sizes.ts';
import { createContext, useContext } from 'react';
import type { LevelOfDetail } from './level-of-detail.ts';

/** What the nodes of the canvas share; it changes rarely, so that nodes are drawn again only when they have to be. */
export interface CanvasView {
  readonly level: LevelOfDetail;
  /** A container was given another size. */
  readonly onResize: (key: string, box: Rectangle) => void;
  /** The smallest size a container's contents allow. */
  readonly smallestSize: (key: string) => { readonly width: number; readonly height: number };
}

export const CanvasViewContext = createContext<CanvasView>({
  level: 'near',
  onResize: () => undefined,
  smallestSize: () => ({ width: 0, height: 0 }),
});

export const useCanvasView = (): CanvasView => useContext(CanvasViewContext);

/** The id of a node's element, for the focus of screen readers. */
export const elementIdOf = (key: string): string => `node-${key}`;
