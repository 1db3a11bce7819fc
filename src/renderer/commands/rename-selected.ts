import { asResourceId } from '@core/model/ids.ts';
import type { App } from '../app/app-context.ts';
import type { AppState } from '../store/app-state.ts';
import { inspectedKey } from '../store/selection-slice.ts';

/** The selected resource when it can be renamed: zones and Regions carry AWS's names. */
export function renamedKey({ design, selection }: AppState): string | undefined {
  const key = inspectedKey(selection);
  const kind = key === undefined ? undefined : design.resources[asResourceId(key)]?.kind;
  return kind === undefined || kind === 'region' || kind === 'internet' ? undefined : key;
}

/** Asks for another name of the selected resource. */
export async function renameSelected({ store }: App): Promise<void> {
  const key = renamedKey(store.getState());
  if (key !== undefined) await store.openDialog({ kind: 'rename', key });
}
