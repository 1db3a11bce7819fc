import type { Scene } from '@core/drawing/scene.ts';
import { nodeKeyOf } from '@core/drawing/containers.ts';
import { findShownContainers } from '@core/drawing/shown-containers.ts';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useApp } from '../app/app-context.ts';
import type { CanvasHandle } from './canvas-port.ts';

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 2.5;
const DURATION = 140;

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const moving = (): { readonly duration: number } => ({ duration: isStill() ? 0 : DURATION });

/** Room for the toolbars above, and a little on the other sides. */
export const FIT = { padding: { top: '56px', right: '12px', bottom: '12px', left: '12px' }, maxZoom: 1, minZoom: MIN_ZOOM } as const;

/** Lends the canvas to commands and to other parts of the window while it is on the screen. */
export function useCanvasHandle(scene: Scene, surface: RefObject<HTMLDivElement | null>, rename: CanvasHandle['rename']): void {
  const { canvas, store } = useApp();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  useEffect(() => {
    const isInView = (key: string): boolean => {
      const { transform, width, height } = flowStore.getState();
      const place = scene.byKey.get(key)?.place;
      if (!place) return true;
      const [x, y, zoom] = transform;
      const [left, top] = [place.x * zoom + x, place.y * zoom + y];
      return left >= 0 && top >= 0 && left + Math.min(place.width * zoom, width) <= width && top + Math.min(place.height * zoom, height) <= height;
    };
    const handle: CanvasHandle = {
      zoomIn: () => void flow.zoomIn(moving()),
      zoomOut: () => void flow.zoomOut(moving()),
      zoomTo: (zoom) => void flow.zoomTo(zoom, moving()),
      fit: (keys) => {
        const nodes = keys?.filter((key) => scene.byKey.has(key)).map((id) => ({ id }));
        void flow.fitView({ ...FIT, ...moving(), ...(nodes && nodes.length > 0 ? { nodes } : {}) });
      },
      reveal: (resource, options) => {
        const key = nodeKeyOf(findShownContainers(store.getState().design), resource);
        const place = key === undefined ? undefined : scene.byKey.get(key)?.place;
        if (options?.focus) surface.current?.focus();
        if (key === undefined || !place || isInView(key)) return;
        void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, { zoom: flow.getZoom(), ...moving() });
      },
      rename,
      focus: () => surface.current?.focus(),
      center: () => {
        const { width, height, transform } = flowStore.getState();
        const [x, y, zoom] = transform;
        return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
      },
    };
    return canvas.attach(handle);
  }, [canvas, store, flow, flowStore, scene, surface, rename]);
}
