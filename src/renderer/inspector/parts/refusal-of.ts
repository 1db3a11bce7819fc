import type { EditResult } from '@core/editing/edit-result.ts';

/** Why an edit cannot be done; `undefined` when it can. Edits change nothing by themselves, so trying one is free. */
export const refusalOf = (result: EditResult): string | undefined => (result.ok ? undefined : result.refused);
