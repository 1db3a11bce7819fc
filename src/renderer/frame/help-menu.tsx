import { IconButton } from '../controls/icon-button.tsx';
import { CommandMenu } from './command-menu.tsx';

/** Keys, commands and what the program is; in a narrow window also what the bar has no room for. */
export function HelpMenu() {
  return (
    <CommandMenu
      trigger={<IconButton glyph="help" label="Help" />}
      commands={['start-tour', 'show-keyboard-shortcuts', 'open-palette', '-', 'import-files', 'export-picture', 'save-design', '-', 'show-about']}
    />
  );
}
