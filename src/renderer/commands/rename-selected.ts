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

const isInOutline = (): boolean => (document.activeElement?.closest('[data-region=outline]') ?? null) !== null;

/** Opens the name of the selected resource for typing: where it stands on the canvas, or in a dialog where it does not. */
export async function renameSelected({ store, canvas }: App): Promise<void> {
  const key = renamedKey(store.getState());
  if (key === undefined) return;
  const isOpen = !isInOutline() && canvas.current?.rename(key) === true;
  if (!isOpen) await store.openDialog({ kind: 'rename', key });
}
