import type { ViewName } from '@core/drawing/views/views.ts';
import type { GroupTraffic } from '@core/findings/group-traffic.ts';
import { askLatest } from './ask-latest.ts';
import type { SliceContext } from './slice-context.ts';

/** What the canvas shows besides what is drawn on it. */
export interface ViewsState {
  /** In the order they were put on. */
  readonly on: readonly ViewName[];
  /** For print: without washes, marks and grid. */
  readonly plain: boolean;
  /** Who may talk to whom; `null` until the view that needs it has asked. */
  readonly groupTraffic: readonly GroupTraffic[] | null;
  readonly revision: number;
}

export const initialViews: ViewsState = { on: [], plain: false, groupTraffic: null, revision: 0 };

export interface ViewsActions {
  toggleView(view: ViewName): void;
  togglePlain(): void;
}

/** Asks who may talk to whom, now and after every edit, while the view of it is on; the answer is the function that asks. */
export function followViews({ get, set, host }: SliceContext, complain: (sentence: string) => void): () => void {
  return askLatest<readonly GroupTraffic[]>({
    put: () => {
      const { design, revision, views } = get();
      return views.on.includes('security') ? { revision, answer: host.groupTraffic({ design }) } : undefined;
    },
    receive: (reply, revision) => {
      const { views } = get();
      if (revision < views.revision) return;
      if (!reply.ok) complain(reply.problem.message);
      set({ views: { ...views, groupTraffic: reply.ok ? reply.value : null, revision } });
    },
  });
}

export function createViewsActions({ get, set }: SliceContext, ask: () => void): ViewsActions {
  return {
    toggleView: (view) => {
      const { views } = get();
      const on = views.on.includes(view) ? views.on.filter((other) => other !== view) : [...views.on, view];
      set({ views: { ...views, on } });
      ask();
    },
    togglePlain: () => set({ views: { ...get().views, plain: !get().views.plain } }),
  };
}
