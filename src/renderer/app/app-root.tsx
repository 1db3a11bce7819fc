import { useEffect } from 'react';
import { CommandPalette } from '../command-palette/command-palette.tsx';
import { useCommandKeys } from '../commands/use-command-keys.ts';
import { ControlsProvider } from '../controls/controls-provider.tsx';
import { Dialogs } from '../dialogs/dialogs.tsx';
import { DropZone } from '../files/drop-zone.tsx';
import { rememberFocus } from '../frame/focus-region.ts';
import { WindowFrame } from '../frame/window-frame.tsx';
import { StartScreen } from '../start/start-screen.tsx';
import { AppContext, useAppState, useStore, type App } from './app-context.ts';
import { Messages } from './messages.tsx';

/** The whole window. */
export function AppRoot({ app }: { readonly app: App }) {
  return (
    <AppContext.Provider value={app}>
      <Window />
    </AppContext.Provider>
  );
}

function Window() {
  const { setTheme } = useStore();
  const theme = useAppState(({ workspace }) => workspace.theme);
  return (
    <ControlsProvider choice={theme} onChoose={setTheme}>
      <Messages />
      <DropZone>
        <Screen />
      </DropZone>
      <Dialogs />
      <CommandPalette />
    </ControlsProvider>
  );
}

function Screen() {
  const screen = useAppState(({ workspace }) => workspace.screen);
  useCommandKeys();
  useEffect(() => rememberFocus(document), []);
  return screen === 'start' ? <StartScreen /> : <WindowFrame />;
}
