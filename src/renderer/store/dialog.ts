import type { ImportChange, ImportReport } from '@core/findings/import-report.ts';
import type { SliceContext } from './slice-context.ts';

/** What stands over the window and waits for an answer. */
export type Dialog =
  | { readonly kind: 'about' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'export-picture' }
  | { readonly kind: 'blank-vpc' }
  | { readonly kind: 'rename'; readonly key: string }
  | { readonly kind: 'move-to'; readonly keys: readonly string[] }
  | { readonly kind: 'import-report'; readonly report: ImportReport; readonly notes: readonly string[]; readonly changes: readonly ImportChange[] | null }
  /** A snapshot, and a design that is open: `update`, `open-new`, or cancelled. */
  | { readonly kind: 'import-over'; readonly name: string }
  /** Unsaved changes: `save`, `discard`, or cancelled. */
  | { readonly kind: 'unsaved'; readonly name: string }
  /** Another program changed the file: `overwrite`, `save-as`, or cancelled. */
  | { readonly kind: 'changed-on-disk'; readonly name: string };

export type DialogAnswer = 'save' | 'discard' | 'overwrite' | 'save-as' | 'update' | 'open-new' | 'done';

export interface DialogActions {
  /** Opens a dialog and answers when it closes; `null` when the person cancelled. One that is open is cancelled first. */
  openDialog(dialog: Dialog): Promise<DialogAnswer | null>;
  closeDialog(answer: DialogAnswer | null): void;
}

export function createDialogActions({ get, set }: SliceContext): DialogActions {
  let resolve: ((answer: DialogAnswer | null) => void) | undefined;
  const show = (dialog: Dialog | null): void => set({ workspace: { ...get().workspace, dialog } });
  const settle = (answer: DialogAnswer | null): void => {
    const settled = resolve;
    resolve = undefined;
    settled?.(answer);
  };
  return {
    openDialog: (dialog) => {
      settle(null);
      show(dialog);
      return new Promise((done) => {
        resolve = done;
      });
    },
    closeDialog: (answer) => {
      show(null);
      settle(answer);
    },
  };
}
