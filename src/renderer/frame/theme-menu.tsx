import { themeChoices, type ThemeChoice } from '@shared/contract.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { IconButton } from '../controls/icon-button.tsx';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { Menu } from '../controls/menu.tsx';

const TITLES: Readonly<Record<ThemeChoice, string>> = { system: 'System theme', light: 'Light theme', dark: 'Dark theme' };

/** Chooses the theme. */
export function ThemeMenu() {
  const { setTheme } = useStore();
  const chosen = useAppState(({ workspace }) => workspace.theme);
  const entries = themeChoices.map(
    (theme): MenuEntry => ({
      kind: 'choice',
      id: theme,
      label: TITLES[theme],
      glyph: `theme-${theme}`,
      chosen: theme === chosen,
      onSelect: () => setTheme(theme),
    }),
  );
  return <Menu trigger={<IconButton glyph="theme" label="Choose the theme" />} entries={entries} align="end" />;
}
