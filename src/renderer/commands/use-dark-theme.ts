import { menuCommand } from './command.ts';

export const useDarkThemeCommand = menuCommand('use-dark-theme', {
  group: 'View',
  glyph: 'theme-dark',
  keywords: 'colour appearance',
  run: ({ store }) => store.setTheme('dark'),
});
