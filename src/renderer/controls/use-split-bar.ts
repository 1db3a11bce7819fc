import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import type { SplitState } from './split-size.ts';
import { clampSize, sizeAfterKey } from './split-size.ts';

export interface SplitBarOptions extends SplitState {
  /** Every change, also while dragging. */
  readonly onResize: (size: number) => void;
  /** The end of a drag or a key: the size to remember. */
  readonly onResizeEnd?: ((size: number) => void) | undefined;
  /** The size a double click goes back to. */
  readonly defaultSize?: number | undefined;
}

interface Grip {
  readonly at: number;
  readonly size: number;
}

/** Drag, keys and double click of the bar of a split pane. */
export function useSplitBar(options: SplitBarOptions) {
  const { axis, sized, size, onResize, onResizeEnd, defaultSize } = options;
  const [grip, setGrip] = useState<Grip | undefined>();
  const place = (event: PointerEvent) => (axis === 'x' ? event.clientX : event.clientY);
  const settle = (next: number) => {
    onResize(next);
    onResizeEnd?.(next);
  };
  const release = () => {
    if (grip) onResizeEnd?.(size);
    setGrip(undefined);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setGrip({ at: place(event), size: renderedSize(event.currentTarget, options) });
    },
    onPointerMove: (event: PointerEvent) => {
      if (!grip) return;
      const moved = place(event) - grip.at;
      onResize(clampSize(grip.size + (sized === 'first' ? moved : -moved), options));
    },
    onPointerUp: release,
    onPointerCancel: release,
    onLostPointerCapture: release,
    onDoubleClick: () => {
      if (defaultSize !== undefined) settle(defaultSize);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const next = sizeAfterKey(event, { ...options, size: renderedSize(event.currentTarget, options) });
      if (next === undefined) return;
      event.preventDefault();
      settle(next);
    },
  };
  return { dragging: grip !== undefined, handlers };
}

/** A small window may show the pane smaller than its kept size; a drag starts from what is seen. */
function renderedSize(bar: Element, { axis, sized, size }: SplitState): number {
  const pane = sized === 'first' ? bar.previousElementSibling : bar.nextElementSibling;
  const box = pane?.getBoundingClientRect();
  if (!box) return size;
  return axis === 'x' ? box.width : box.height;
}
