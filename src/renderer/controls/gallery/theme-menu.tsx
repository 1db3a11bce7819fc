import { IconButton } from '../icon-button.tsx';
import type { MenuEntry } from '../menu-entry.ts';
import { Menu } from '../menu.tsx';
import type { ThemeChoice } from '../theme-provider.tsx';
import { useTheme } from '../theme-provider.tsx';

const words: Readonly<Record<ThemeChoice, string>> = { light: 'Light', dark: 'Dark', system: 'As the system' };

export function ThemeMenu() {
  const { choice, choose } = useTheme();
  const entries = (['light', 'dark', 'system'] as const).map((theme): MenuEntry => ({
    kind: 'choice',
    id: theme,
    label: words[theme],
    chosen: theme === choice,
    onSelect: () => choose(theme),
  }));
  return <Menu trigger={<IconButton glyph="theme" label="Switch theme" />} entries={entries} align="end" />;
}
