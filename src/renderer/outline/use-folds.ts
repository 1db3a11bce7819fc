import { containersAround, findContainers } from '@core/drawing/containers.ts';
import type { Design } from '@core/model/design.ts';
import { useMemo, useState } from 'react';

export interface Folds {
  readonly folded: ReadonlySet<string>;
  readonly fold: (key: string, isFolded: boolean) => void;
}

/** Which containers of the outline are folded. What is selected can always be seen: the containers around it are open. */
export function useFolds(design: Design, selected: string | undefined): Folds {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState(selected);
  if (opened !== selected) {
    setOpened(selected);
    const around = selected === undefined ? [] : containersAround(findContainers(design), selected);
    if (around.some((key) => chosen.has(key))) setChosen(new Set([...chosen].filter((key) => !around.includes(key))));
  }
  return useMemo(
    () => ({
      folded: chosen,
      fold: (key, isFolded) => setChosen((before) => withKey(before, key, isFolded)),
    }),
    [chosen],
  );
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}
