import type { Scene } from '@core/drawing/scene.ts';
import { useReactFlow } from '@xyflow/react';
import { useState, type MouseEvent } from 'react';
import { useApp } from '../app/app-context.ts';
import { connectNodes } from './connect-nodes.ts';
import { nodeAt } from './hit-test.ts';

export interface MenuPoint {
  readonly x: number;
  readonly y: number;
  readonly isOnNode: boolean;
}

export interface Pointing {
  readonly menu: MenuPoint | undefined;
  readonly closeMenu: () => void;
  readonly onClick: (event: MouseEvent, clicked?: { readonly id: string }) => void;
  readonly onContextMenu: (event: MouseEvent | globalThis.MouseEvent) => void;
  /** What the connect tool waits for. */
  readonly hint: string | undefined;
}

/**
 * Clicks on the canvas. The inside of a box lets the pointer through, so what was meant is found by its place: the
 * innermost node there.
 */
export function usePointing(scene: Scene): Pointing {
  const { store } = useApp();
  const { screenToFlowPosition } = useReactFlow();
  const [menu, setMenu] = useState<MenuPoint>();
  const [first, setFirst] = useState<string>();
  const keyAt = (event: { readonly clientX: number; readonly clientY: number }): string | undefined =>
    nodeAt(scene, screenToFlowPosition({ x: event.clientX, y: event.clientY }))?.key;

  const connect = (key: string | undefined): void => {
    if (key === undefined || first === undefined || first === key) return setFirst(key);
    setFirst(undefined);
    const connection = connectNodes(store.getState().design, [first, key], Math.random);
    if (connection.kind === 'edit') store.apply(connection.result);
    else {
      const question = store.getState().question.value;
      store.ask({ ...(question ?? {}), from: connection.from, to: connection.to });
      store.askTo(connection.to);
      store.showDockTab('diagnose');
    }
  };
  const onClick = (event: MouseEvent, clicked?: { readonly id: string }): void => {
    const key = keyAt(event);
    const { tool } = store.getState().workspace;
    if (tool === 'connect') connect(key);
    // A click that met the node itself has selected it already.
    if (clicked !== undefined && clicked.id === key) return;
    if (key !== undefined && (event.ctrlKey || event.metaKey)) return store.toggleSelected(key);
    store.select(key === undefined ? [] : [key]);
  };
  const onContextMenu = (event: MouseEvent | globalThis.MouseEvent): void => {
    event.preventDefault();
    const key = keyAt(event);
    if (key !== undefined && !store.getState().selection.keys.includes(key)) store.select([key]);
    if (key === undefined) store.select([]);
    setMenu({ x: event.clientX, y: event.clientY, isOnNode: key !== undefined });
  };
  const title = first === undefined ? undefined : scene.byKey.get(first)?.title;
  return {
    menu,
    closeMenu: () => setMenu(undefined),
    onClick,
    onContextMenu,
    hint: title === undefined ? 'Choose where the connection starts.' : `Choose what ${title} shall reach or be joined with.`,
  };
}
