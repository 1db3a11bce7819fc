import { setField } from '@core/editing/set-field.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../../app/app-context.ts';
import type { Edit } from '../../store/design-slice.ts';

export interface FormEdits {
  /** Runs an edit; what is inspected stays selected. Answers the sentence of a refusal, which the window shows as well. */
  readonly edit: (edit: Edit, mergeKey?: string) => string | undefined;
  /** Sets one plain field; `undefined` takes it away. Edits in a row with the same merge key are one step of undo. */
  readonly set: (field: { readonly resource: ResourceId; readonly path: readonly string[]; readonly value: unknown }, mergeKey?: string) => string | undefined;
}

/** The ways a form changes the design. */
export function useEdit(): FormEdits {
  const store = useStore();
  return useMemo(() => {
    const edit: FormEdits['edit'] = (change, mergeKey) => store.edit(change, { keepSelection: true, ...(mergeKey === undefined ? {} : { mergeKey }) });
    return { edit, set: (field, mergeKey) => edit((design) => setField(design, field), mergeKey) };
  }, [store]);
}

/** The design as it is now. */
export const useDesign = (): Design => useAppState(({ design }) => design);
