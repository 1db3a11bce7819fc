import { copyFragment } from '@core/editing/fragments/fragment.ts';
import { pasteFragment } from '@core/editing/fragments/paste-fragment.ts';
import { deleteResources } from '@core/editing/delete-resources.ts';
import { containersAround, findContainers } from '@core/drawing/containers.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import type { Design } from '@core/model/design.ts';
import type { RandomSource } from '@core/model/ids.ts';
import type { App } from '../app/app-context.ts';
import { inspectedKey } from '../store/selection-slice.ts';

/** Puts what is selected on the clipboard, as text that any design takes. Answers whether it is there now. */
export async function copySelection({ store, host }: App): Promise<boolean> {
  const { design, selection } = store.getState();
  const fragment = copyFragment(design, { keys: selection.keys });
  if (!fragment) return false;
  const reply = await host.writeClipboard({ text: JSON.stringify(fragment) });
  if (!reply.ok) {
    store.notify('problem', reply.problem.message);
    return false;
  }
  const count = fragment.roots.length;
  store.announce(count === 1 ? 'Copied 1 resource.' : `Copied ${count} resources.`);
  return true;
}

/** Copies what is selected, then deletes it. Nothing is deleted that could not be copied. */
export async function cutSelection(app: App): Promise<void> {
  const { keys } = app.store.getState().selection;
  if (await copySelection(app)) app.store.edit((design, random) => deleteResources(design, { keys, random }));
}

function parseText(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

interface PasteRequest {
  readonly fragment: unknown;
  readonly selected: string | undefined;
  readonly random: RandomSource;
}

/** Pastes into what is selected, else into the nearest container around it that takes it, else beside the originals. */
export function pasteNear(design: Design, { fragment, selected, random }: PasteRequest): EditResult {
  const around = selected === undefined ? [] : [selected, ...containersAround(findContainers(design), selected)];
  let refusal: EditResult | undefined;
  for (const container of [...around, undefined]) {
    const result = pasteFragment(design, { fragment, container, random });
    if (result.ok) return result;
    refusal ??= result;
  }
  return refusal ?? { ok: false, refused: 'There is nothing to paste.' };
}

/** Puts in copies of what the clipboard holds. */
export async function pasteClipboard({ store, host, canvas }: App): Promise<void> {
  const reply = await host.readClipboard();
  if (!reply.ok) {
    store.notify('problem', reply.problem.message);
    return;
  }
  const fragment = parseText(reply.value.text);
  const selected = inspectedKey(store.getState().selection);
  const refused = store.edit((design, random) => pasteNear(design, { fragment, selected, random }));
  const pasted = inspectedKey(store.getState().selection);
  if (refused === undefined && pasted !== undefined) canvas.current?.reveal(pasted);
}
