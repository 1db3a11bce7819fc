import { setInstanceState } from '@core/editing/set-instance-state.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import type { Instance } from '@core/model/resources/index.ts';
import type { App } from '../app/app-context.ts';
import type { AppState } from '../store/app-state.ts';
import { inspectedKey } from '../store/selection-slice.ts';

function selectedInstance({ design, selection }: AppState, state: Instance['state']): ResourceId | undefined {
  const key = inspectedKey(selection);
  if (key === undefined) return undefined;
  const id = asResourceId(key);
  const resource = design.resources[id];
  return resource?.kind === 'instance' && resource.state === state ? id : undefined;
}

export const runningInstance = (state: AppState): ResourceId | undefined => selectedInstance(state, 'running');
export const stoppedInstance = (state: AppState): ResourceId | undefined => selectedInstance(state, 'stopped');

/** Stops the selected instance, which releases its auto-assigned public address. */
export function stopSelectedInstance({ store }: App): void {
  const instance = runningInstance(store.getState());
  if (instance !== undefined) store.edit((design, random) => setInstanceState(design, { instance, state: 'stopped', random }));
}

/** Starts the selected instance; a subnet that auto-assigns gives it another public address. */
export function startSelectedInstance({ store }: App): void {
  const instance = stoppedInstance(store.getState());
  if (instance !== undefined) store.edit((design, random) => setInstanceState(design, { instance, state: 'running', random }));
}
