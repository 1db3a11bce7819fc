import { menuCommand } from './command.ts';

export const useLightThemeCommand = menuCommand('use-light-theme', {
  group: 'View',
  glyph: 'theme-light',
  keywords: 'colour appearance',
  run: ({ store }) => store.setTheme('light'),
});
