import { Button } from '../controls/button.tsx';
import { CommandMenu } from './command-menu.tsx';

export function ExportMenu() {
  return (
    <CommandMenu
      trigger={
        <Button kind="ghost" glyph="export">
          Export
        </Button>
      }
      commands={['export-picture', 'copy-picture', '-', 'save-design', 'save-design-as', 'reveal-file']}
    />
  );
}
