import { useAppState } from '../app/app-context.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { inspectedKey } from '../store/selection-slice.ts';

/** What the right pane shows. */
export function Inspector() {
  const key = useAppState(({ selection }) => inspectedKey(selection));
  return <EmptyState sentence={key ?? 'Select something to see its addresses and rules.'} />;
}
