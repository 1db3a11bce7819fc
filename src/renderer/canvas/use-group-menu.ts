import { listResources } from '@core/editing/draft.ts';
import { readGuard } from '@core/editing/group-holders.ts';
import { addSecurityGroupTo, removeSecurityGroupFrom } from '@core/editing/security-groups-of.ts';
import { compareText, naturalKey } from '@core/drawing/natural-order.ts';
import { asResourceId } from '@core/model/ids.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import type { MenuEntry } from '../controls/menu-entry.ts';

/** The groups of the VPC, with a tick at those that guard what is selected; choosing one gives it or takes it away. */
export function useGroupMenu(): readonly MenuEntry[] {
  const store = useStore();
  const design = useAppState((state) => state.design);
  const keys = useAppState(({ selection }) => selection.keys);
  const [only = ''] = keys;
  const target = asResourceId(only);
  const guard = keys.length === 1 ? readGuard(design, target) : undefined;
  if (!guard) return [];
  const groups = listResources(design, 'security-group').filter(({ value }) => value.vpc === guard.vpc);
  const sorted = [...groups].sort((a, b) => compareText(naturalKey(a.value.name), naturalKey(b.value.name)));
  const entries = sorted.map(({ id, value }): MenuEntry => ({
    kind: 'check',
    id: `group-${id}`,
    label: value.name,
    checked: guard.groups.includes(id),
    onSelect: (checked) => store.edit((now) => (checked ? addSecurityGroupTo : removeSecurityGroupFrom)(now, { target, group: id })),
  }));
  return entries.length === 0 ? [] : [{ kind: 'submenu', id: 'security-groups', label: 'Security groups', glyph: 'security-group', hue: 'own', entries }];
}
