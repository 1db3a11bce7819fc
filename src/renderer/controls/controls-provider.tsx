import { Tooltip } from 'radix-ui';
import { AnnouncerProvider } from './announcer.tsx';
import { NoticesProvider } from './notices.tsx';
import type { ThemeProviderProps } from './theme-provider.tsx';
import { ThemeProvider } from './theme-provider.tsx';

/** What the controls need around them, once: theme, tooltips, announcements, notices. */
export function ControlsProvider({ choice, onChoose, children }: ThemeProviderProps) {
  return (
    <ThemeProvider choice={choice} onChoose={onChoose}>
      <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
        <AnnouncerProvider>
          <NoticesProvider>{children}</NoticesProvider>
        </AnnouncerProvider>
      </Tooltip.Provider>
    </ThemeProvider>
  );
}
