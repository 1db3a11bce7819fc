import type { ThemeName } from '@core/drawing/tokens.ts';
import type { ReactNode } from 'react';
import { createContext, use, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';

/** What people choose: one of the themes, or the one of their system. */
export type ThemeChoice = ThemeName | 'system';

export interface ThemeState {
  readonly choice: ThemeChoice;
  /** The theme that is shown. */
  readonly theme: ThemeName;
  readonly choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<ThemeState>({ choice: 'system', theme: 'light', choose: () => undefined });

export interface ThemeProviderProps {
  readonly choice: ThemeChoice;
  /** The new choice, to be kept by the caller. */
  readonly onChoose: (choice: ThemeChoice) => void;
  readonly children: ReactNode;
}

/** Shows the chosen theme: sets `data-theme` on the root element, and follows the system where that is the choice. */
export function ThemeProvider({ choice, onChoose, children }: ThemeProviderProps) {
  const systemIsDark = useSyncExternalStore(subscribeToSystem, isSystemDark);
  const theme = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const state = useMemo(() => ({ choice, theme, choose: onChoose }) as const, [choice, theme, onChoose]);
  return <ThemeContext value={state}>{children}</ThemeContext>;
}

/** The theme that is shown, what was chosen, and how to choose another. */
export function useTheme(): ThemeState {
  return use(ThemeContext);
}

const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)';

function isSystemDark(): boolean {
  return window.matchMedia(SYSTEM_IS_DARK).matches;
}

function subscribeToSystem(onChange: () => void): () => void {
  const query = window.matchMedia(SYSTEM_IS_DARK);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
