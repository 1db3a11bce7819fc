import { parseStandbyKey } from '@core/drawing/node-keys.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { ResourceKind } from '@core/model/resources/index.ts';
import type { AppState } from '../store/app-state.ts';
import type { AppStore } from '../store/create-store.ts';
import { inspectedKey } from '../store/selection-slice.ts';

/** What a question can start or end at. */
const ENDPOINTS: ReadonlySet<ResourceKind> = new Set(['instance', 'db-instance', 'network-interface', 'nat-gateway', 'client', 'internet', 'unmodelled']);

/** The selected resource, when a question can be asked about it. */
export function askableKey({ design, selection }: AppState): string | undefined {
  const key = inspectedKey(selection);
  if (key === undefined) return undefined;
  const id = parseStandbyKey(key) ?? asResourceId(key);
  const kind = design.resources[id]?.kind;
  return kind !== undefined && ENDPOINTS.has(kind) ? id : undefined;
}

/** Asks whether the selected resource reaches, or is reached, and shows the answer. */
export function askAbout(store: AppStore, end: 'from' | 'to'): void {
  const key = askableKey(store.getState());
  if (key === undefined) return;
  if (end === 'from') store.askFrom(key);
  else store.askTo(key);
  store.showDockTab('diagnose');
}
