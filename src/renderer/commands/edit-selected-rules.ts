import { asResourceId } from '@core/model/ids.ts';
import type { App } from '../app/app-context.ts';
import type { AppState } from '../store/app-state.ts';
import { factsOf } from '../store/report-slice.ts';
import { inspectedKey } from '../store/selection-slice.ts';

/** The resource whose rules are meant by the selection: an ACL or a group itself, or the ACL of a subnet. */
export function ruleKeeper({ design, selection, report }: AppState): string | undefined {
  const key = inspectedKey(selection) ?? '';
  const kind = design.resources[asResourceId(key)]?.kind;
  if (kind === 'network-acl' || kind === 'security-group') return key;
  const facts = factsOf(report, key);
  return facts?.kind === 'subnet' ? facts.networkAcl?.id : undefined;
}

/** Opens the rules of the selection in the dock. */
export function editSelectedRules({ store }: App): void {
  const keeper = ruleKeeper(store.getState());
  if (keeper !== undefined) store.editRules(keeper);
}
