import { Button } from '../controls/button.tsx';
import { CommandMenu } from './command-menu.tsx';

export function ImportMenu() {
  return (
    <CommandMenu
      trigger={
        <Button kind="ghost" glyph="import">
          Import
        </Button>
      }
      commands={['import-files', 'import-folder', '-', 'open-design', 'show-start', '-', 'compare-with-file', 'compare-with-saved']}
    />
  );
}
