import { joinNames } from '@core/editing/nouns.ts';
import { moveResources } from '@core/editing/move-resource.ts';
import { asResourceId } from '@core/model/ids.ts';
import { useMemo, useState } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { ComboboxList } from '../controls/combobox-list.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { CANVAS_CHOICE, listTakers } from '../outline/list-takers.ts';
import { listOutlineRows } from '../outline/outline-rows.ts';
import { inspectedKey } from '../store/selection-slice.ts';

const NAMED_AT_MOST = 3;
const NOTHING_FOLDED: ReadonlySet<string> = new Set();

/** Only ends a search that takes long; what is found does not depend on it in any other way. */
const clock = (): number => performance.now();

/** Moves resources by the keys: what a drag would do, with every place that takes them in a list. */
export function MoveToDialog({ keys }: { readonly keys: readonly string[] }) {
  const { store, canvas } = useApp();
  const design = useAppState((state) => state.design);
  const [typed, setTyped] = useState('');
  const rows = useMemo(() => listOutlineRows({ design, facts: {}, folded: NOTHING_FOLDED }), [design]);
  const { sections, isWhole } = useMemo(() => listTakers({ design, keys, rows, typed, now: clock }), [design, keys, rows, typed]);
  const names = keys.map((key) => design.resources[asResourceId(key)]?.name ?? key);
  const what = names.length > NAMED_AT_MOST ? `${names.length} resources` : joinNames(names);
  const move = (choice: string): void => {
    const container = choice === CANVAS_CHOICE ? undefined : choice;
    store.closeDialog('done');
    const refused = store.edit((now, random) => moveResources(now, { keys, container, random }));
    const moved = inspectedKey(store.getState().selection);
    if (refused === undefined && moved !== undefined) canvas.current?.reveal(moved);
  };
  return (
    <Dialog
      open
      title={`Move ${what} to`}
      sentence={isWhole ? undefined : 'The first places that fit are listed; type a name to find others.'}
      onOpenChange={() => store.closeDialog(null)}
    >
      <ComboboxList
        value={undefined}
        label="Where to"
        searchPlaceholder="Name of a container or a machine"
        emptySentence={`Nothing in this design takes ${what}.`}
        sections={sections}
        onTyped={setTyped}
        onChoose={move}
      />
    </Dialog>
  );
}
