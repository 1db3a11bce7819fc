import { z } from 'zod';
import { openJsonStore, type JsonStore } from './files/json-store.ts';
import { themeChoices, type Settings } from '@shared/contract.ts';

const MOST_PANES = 200;
export const settingsSchema = z.object({
  theme: z.enum(themeChoices),
  savedPicture: z.object({ format: z.enum(['png', 'svg']), scale: z.number().min(1).max(4), theme: z.enum(['light', 'dark']), transparent: z.boolean(), withTitle: z.boolean() }).exactOptional(),
  panes: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])).refine((panes) => Object.keys(panes).length <= MOST_PANES, 'has too many entries'),
});

export const defaultSettings: Settings = { theme: 'system', panes: {} };

export const openSettings = (path: string, note: (sentence: string) => void): JsonStore<Settings> => openJsonStore<Settings>(path, settingsSchema, note);

const boundsSchema = z.object({ x: z.number().optional(), y: z.number().optional(), width: z.number(), height: z.number(), maximized: z.boolean() });
/** Where the window was, in screen pixels. */
export type WindowBounds = z.infer<typeof boundsSchema>;

export const openWindowBounds = (path: string, note: (sentence: string) => void): JsonStore<WindowBounds> => openJsonStore(path, boundsSchema, note);
