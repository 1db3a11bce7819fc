import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { useApp, useAppState } from '../app/app-context.ts';
import { commandOfId } from './all-commands.ts';
import { runCommand } from './run-command.ts';
import { writeAccelerator, type Platform } from './shortcut.ts';

/** A command as a button or a menu shows it. */
export interface UsableCommand {
  readonly title: string;
  readonly glyph: GlyphId | undefined;
  /** As written on this system: `Ctrl Z`. */
  readonly shortcut: string | undefined;
  readonly isEnabled: boolean;
  readonly run: () => void;
}

/** The system the window runs on; it decides how keys are written. */
export const usePlatform = (): Platform => useAppState(({ workspace }) => workspace.host?.platform ?? 'other');

/** A command by its id, for a control; a button with a wrong id is a fault of the program. */
export function useCommand(id: string): UsableCommand {
  const app = useApp();
  const platform = usePlatform();
  const command = commandOfId(id);
  if (!command) throw new Error(`There is no command ${id}.`);
  const isEnabled = useAppState(command.isEnabled);
  const { title, glyph, accelerator } = command;
  return {
    title,
    glyph,
    shortcut: accelerator === null ? undefined : writeAccelerator(accelerator, platform),
    isEnabled,
    run: () => void runCommand(command, app),
  };
}
