import type { DesignerHost } from '@shared/contract.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CanvasPort } from '../canvas/canvas-port.ts';
import type { AppState } from '../store/app-state.ts';
import type { AppStore } from '../store/create-store.ts';

/** What every part of the window can reach. */
export interface App {
  readonly store: AppStore;
  readonly host: DesignerHost;
  /** The canvas, for what only it can do: zoom, scroll to something, take the focus. */
  readonly canvas: CanvasPort;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('This part of the window stands outside of AppContext.');
  return app;
}

/** The actions of the store. */
export const useStore = (): AppStore => useApp().store;
/** For what only one part asks: previews of fixes, lists of steps and rules. */
export const useHost = (): DesignerHost => useApp().host;

/**
 * A part of the state; the component is drawn again when that part is another one by identity. So select what is there,
 * and compute from it in `useMemo`: a selector that makes a new object each time never comes to rest.
 */
export function useAppState<Part>(selector: (state: AppState) => Part): Part {
  const { subscribe, getState } = useStore();
  return useSyncExternalStore(subscribe, () => selector(getState()));
}
