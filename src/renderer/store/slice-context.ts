import type { RandomSource } from '@core/model/ids.ts';
import type { DesignerHost } from '@shared/contract.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from './app-state.ts';

/** What the store needs from outside; tests hand in their own. */
export interface StoreDependencies {
  readonly host: DesignerHost;
  /** Makes ids of new resources. */
  readonly random: RandomSource;
  /** Milliseconds since 1970 (UTC). */
  readonly now: () => number;
}

/** What a slice works with. */
export interface SliceContext extends StoreDependencies {
  readonly get: StoreApi<AppState>['getState'];
  readonly set: (change: Partial<AppState>) => void;
}
