import { menuCommand } from './command.ts';

export const useSystemThemeCommand = menuCommand('use-system-theme', {
  group: 'View',
  glyph: 'theme-system',
  keywords: 'colour appearance',
  run: ({ store }) => store.setTheme('system'),
});
