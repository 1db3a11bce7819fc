import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { commands as sharedCommands, type CommandId } from '@shared/command-ids.ts';
import type { App } from '../app/app-context.ts';
import type { AppState } from '../store/app-state.ts';

export const commandGroups = ['File', 'Edit', 'Network', 'Question', 'Arrange', 'View', 'Help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something a person can do, by menu, key, palette or button: all of them use the same object. */
export interface Command {
  readonly id: string;
  /** A verb phrase. */
  readonly title: string;
  readonly group: CommandGroup;
  /** In Electron's words (`CmdOrCtrl+Shift+S`); `null` where it has no key. */
  readonly accelerator: string | null;
  readonly glyph?: GlyphId;
  /** Other words it is found by. */
  readonly keywords?: string;
  /** Its key works while a text field has the focus too. */
  readonly worksInText?: boolean;
  /** Its key belongs to the canvas: elsewhere a button or a list may need it. */
  readonly onCanvasOnly?: boolean;
  isEnabled(state: AppState): boolean;
  run(app: App): void | Promise<void>;
}

type Behaviour = Omit<Command, 'id' | 'title' | 'accelerator' | 'isEnabled'> & Partial<Pick<Command, 'isEnabled'>>;

const always = (): boolean => true;

/** A command that stands in the application menu too: title and key come from the list both share. */
export function menuCommand(id: CommandId, behaviour: Behaviour): Command {
  return { isEnabled: always, ...behaviour, id, ...sharedCommands[id] };
}

/** A command of the window alone. */
export function windowCommand(naming: Pick<Command, 'id' | 'title'> & Partial<Pick<Command, 'accelerator'>>, behaviour: Behaviour): Command {
  return { accelerator: null, isEnabled: always, ...behaviour, ...naming };
}

/** Whether the editor is on the screen; most commands have nothing to work on without it. */
export const inEditor = ({ workspace }: AppState): boolean => workspace.screen === 'editor';
export const hasSelection = (state: AppState): boolean => inEditor(state) && state.selection.keys.length > 0;
