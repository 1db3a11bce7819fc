import type { DocumentFile, Draft } from '@shared/contract.ts';
import type { AppState } from './app-state.ts';
import { positionOf } from './history.ts';
import type { SliceContext } from './slice-context.ts';

export interface FilesState {
  /** The file the design is saved to; `null` for one that never was. */
  readonly document: DocumentFile | null;
  /** The position of the history at which the design and its file agree; `null` when there is no such position. */
  readonly savedPosition: number | null;
  /** When it was saved last in this session (milliseconds since 1970). */
  readonly savedAt: number | null;
  readonly recent: readonly DocumentFile[];
  /** Work of an earlier session that was never saved. */
  readonly recovered: Draft | null;
  readonly isBusy: boolean;
}

export const initialFiles: FilesState = { document: null, savedPosition: 0, savedAt: null, recent: [], recovered: null, isBusy: false };

export interface FilesActions {
  setFiles(change: Partial<FilesState>): void;
  /** The design as it is at `position` of the history is what the file holds. */
  markSaved(document: DocumentFile | null, position: number): void;
  /** Tells the document just shown: where it is from, and whether it agrees with its file. */
  markOpened(document: DocumentFile | null, agrees: boolean): void;
}

/** Whether there are changes that no file holds. */
export const isDirty = ({ files, history }: Pick<AppState, 'files' | 'history'>): boolean => files.savedPosition !== positionOf(history);

export function createFilesActions({ get, set, now }: SliceContext): FilesActions {
  const setFiles: FilesActions['setFiles'] = (change) => set({ files: { ...get().files, ...change } });
  return {
    setFiles,
    markSaved: (document, savedPosition) => setFiles({ document, savedPosition, savedAt: now() }),
    markOpened: (document, agrees) => setFiles({ document, savedPosition: agrees ? positionOf(get().history) : null, savedAt: null }),
  };
}
