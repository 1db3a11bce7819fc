import { deleteResources } from '@core/editing/delete-resources.ts';
import { duplicateResources } from '@core/editing/fragments/paste-fragment.ts';
import type { App } from '../app/app-context.ts';

/** Deletes what is selected, with everything in it. */
export function deleteSelection({ store }: App): void {
  const { keys } = store.getState().selection;
  store.edit((design, random) => deleteResources(design, { keys, random }));
}

/** Copies what is selected beside itself. */
export function duplicateSelection({ store }: App): void {
  const { keys } = store.getState().selection;
  store.edit((design, random) => duplicateResources(design, { keys, random }));
}
