import { IPV4_BITS, type Cidr4 } from '@core/address/cidr.ts';
import type { SpaceMap } from '@core/planning/space-map.ts';
import { useCallback, useState, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react';
import type { PlannedSubnet } from '@core/planning/vpc-plan.ts';
import { useApp, useAppState, type App } from '../app/app-context.ts';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { isMapMove, moveOnMap, type MapItem } from './map-items.ts';
import { deleteSubnet, gapEntries, resizeByStep, stepSubnet, subnetEntries } from './plan-actions.ts';

export interface MapKeys {
  /** The block that Tab leads to. */
  readonly stop: string | undefined;
  readonly entries: readonly MenuEntry[];
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: SyntheticEvent) => void;
  readonly onOpen: () => void;
  readonly pick: (item: MapItem) => void;
}

interface MapKeysRequest {
  readonly items: readonly MapItem[];
  readonly map: SpaceMap;
  readonly board: RefObject<HTMLElement | null>;
  readonly onGap: (gap: Cidr4) => void;
}

const subnetKeys: Readonly<Record<string, (app: App, subnet: PlannedSubnet) => void>> = {
  Delete: deleteSubnet,
  '+': (app, subnet) => resizeByStep(app, subnet, 'larger'),
  '-': (app, subnet) => resizeByStep(app, subnet, 'smaller'),
  'Alt+ArrowRight': (app, subnet) => stepSubnet(app, subnet, 'next'),
  'Alt+ArrowLeft': (app, subnet) => stepSubnet(app, subnet, 'previous'),
};

/** Where the focus stands on a map, and what keys and the menu do there. */
export function useMapKeys({ items, map, board, onGap }: MapKeysRequest): MapKeys {
  const app = useApp();
  const selected = useAppState(({ selection }) => selection.keys[0]);
  const design = useAppState((state) => state.design);
  const [active, setActive] = useState<string | undefined>();
  const current = items.find(({ key }) => key === active) ?? items.find(({ key }) => key === selected) ?? items[0];
  const { store } = app;
  const pick = useCallback(
    (item: MapItem): void => {
      setActive(item.key);
      if (item.subnet) store.select([item.subnet.id]);
      else onGap(item.block);
    },
    [store, onGap],
  );
  const open = (): void => {
    if (current?.subnet) app.canvas.current?.reveal(current.subnet.id, { focus: true });
    else if (current) onGap(current.block);
  };
  const move = (key: string): boolean => {
    const index = items.findIndex((item) => item === current);
    const target = isMapMove(key) && index >= 0 ? items[moveOnMap(items, { index, rowSize: 2 ** (IPV4_BITS - map.rowPrefix) }, key)] : undefined;
    if (!target) return false;
    setActive(target.key);
    board.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(target.key)}"]`)?.focus();
    return true;
  };
  const change = ({ key, altKey }: KeyboardEvent): boolean => {
    const edit = subnetKeys[altKey ? `Alt+${key}` : key];
    if (!edit || !current?.subnet) return false;
    edit(app, current.subnet);
    return true;
  };
  return {
    stop: current?.key,
    entries: current?.subnet ? subnetEntries(app, current.subnet, design) : current ? gapEntries(current.block, onGap) : [],
    onKeyDown: (event) => {
      const isDone = change(event) || (!event.altKey && move(event.key));
      if (event.key === 'Enter') open();
      else if (!isDone) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus: ({ target }) => {
      const key = target instanceof Element ? target.closest<HTMLElement>('[data-block]')?.dataset['block'] : undefined;
      if (key === undefined) return;
      setActive(key);
      const subnet = items.find((item) => item.key === key)?.subnet;
      if (subnet) app.store.select([subnet.id]);
    },
    onOpen: open,
    pick,
  };
}
