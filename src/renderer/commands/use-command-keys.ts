import { useEffect } from 'react';
import { useApp } from '../app/app-context.ts';
import { commands } from './all-commands.ts';
import type { Command } from './command.ts';
import { runCommand } from './run-command.ts';
import { matchesAccelerator, type Platform } from './shortcut.ts';

const TEXT_FIELD = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const WIDGET = '[role=menu], [role=listbox], [role=dialog], [role=alertdialog], [role=combobox]';
const CANVAS = '[data-region=canvas], [data-region=outline]';

/** Where a key was pressed, as far as commands care. */
interface Place {
  readonly inText: boolean;
  readonly inWidget: boolean;
  readonly onCanvas: boolean;
}

const isInside = (element: Element | null, selector: string): boolean => element !== null && element.closest(selector) !== null;

function placeOf(target: EventTarget | null): Place {
  const element = target instanceof Element ? target : null;
  return {
    inText: isInside(element, TEXT_FIELD),
    inWidget: isInside(element, WIDGET),
    // With the focus nowhere the canvas is meant: it is what the person looks at.
    onCanvas: element === null || element === document.body || isInside(element, CANVAS),
  };
}

const isSingleKey = ({ accelerator }: Command): boolean => accelerator !== null && !/CmdOrCtrl|Alt|^F\d|\+F\d/.test(accelerator);

function mayRun(command: Command, place: Place): boolean {
  if (place.inText && !command.worksInText) return false;
  if (place.inWidget && isSingleKey(command)) return false;
  return !command.onCanvasOnly || (place.onCanvas && !hasSelectedText());
}

/** Words that a person has marked are what copying means. */
const hasSelectedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

/** The command a key press is for, in the place where it happened. */
export function commandForKey(event: KeyboardEvent, platform: Platform): Command | undefined {
  const place = placeOf(event.target);
  return commands.find((command) => command.accelerator !== null && matchesAccelerator(event, command.accelerator, platform) && mayRun(command, place));
}

/** Runs commands by their keys while the window is there. A text field keeps its own undo, and copies its own text. */
export function useCommandKeys(): void {
  const app = useApp();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const state = app.store.getState();
      if (state.workspace.dialog !== null) return;
      const command = commandForKey(event, state.workspace.host?.platform ?? 'other');
      if (!command) return;
      if (!command.isEnabled(state) && command.accelerator !== null && isSingleKey(command)) return;
      event.preventDefault();
      void runCommand(command, app);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [app]);
}
