import { addPart } from '@core/editing/add-part.ts';
import type { PartId } from '@core/editing/parts.ts';
import type { App } from '../app/app-context.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { chooseContainer } from './choose-container.ts';

/** What to do when there is no one place for a part. */
const HOW = 'Select where it goes, or drag it there.';

/** Adds a part by click or by Enter: into what is selected, or where it fits. What was made is selected and shown. */
export function addPartHere({ store, canvas }: App, part: PartId): void {
  const { design, selection } = store.getState();
  const choice = chooseContainer(design, part, inspectedKey(selection));
  if ('refused' in choice) {
    store.notify('problem', `${choice.refused} ${HOW}`);
    return;
  }
  const container = choice.container ?? undefined;
  const refused = store.edit((current, random) => addPart(current, { part, container, random }));
  const added = inspectedKey(store.getState().selection);
  if (refused === undefined && added !== undefined) canvas.current?.reveal(added);
}
