import { z } from 'zod';
import { openJsonStore, type JsonStore } from './json-store.ts';

const stampSchema = z.object({ modified: z.number(), size: z.number(), digest: z.string() });
const draftSchema = z.object({
  text: z.string(),
  name: z.string(),
  /** The file the draft belongs to, and how it looked: the guard against another program's changes outlives a crash. */
  path: z.string().nullable(),
  stamp: stampSchema.nullable(),
  savedAt: z.number(),
});
export type StoredDraft = z.infer<typeof draftSchema>;

/** The autosaved draft of the one window. */
export const openDrafts = (path: string, note: (sentence: string) => void): JsonStore<StoredDraft> => openJsonStore(path, draftSchema, note);
