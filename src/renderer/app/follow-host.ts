import { assertNever } from '@core/model/assert-never.ts';
import type { CommandId } from '@shared/command-ids.ts';
import { commands as menuCommands } from '@shared/command-ids.ts';
import type { HostEvent, WindowState } from '@shared/contract.ts';
import { commandOfId } from '../commands/all-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { mayLeave } from '../files/may-leave.ts';
import { openFiles } from '../files/open-files.ts';
import { isDirty } from '../store/files-slice.ts';
import type { App } from './app-context.ts';

async function answerClose(app: App): Promise<void> {
  const close = await mayLeave(app);
  await app.host.confirmClose({ close });
}

function receive(app: App, event: HostEvent): void {
  switch (event.kind) {
    case 'command': {
      const command = commandOfId(event.command);
      if (command) void runCommand(command, app);
      return;
    }
    case 'file-opened':
      return void openFiles(app, event.opened);
    case 'file-failed':
      return app.store.notify('problem', event.problem.message);
    case 'theme-changed':
      return app.store.setSystemTheme(event.theme);
    case 'close-requested':
      return void answerClose(app);
    case 'core-restarted':
      app.store.notify('problem', event.problem.message);
      return app.store.refresh();
    default:
      return assertNever(event);
  }
}

const menuIds = Object.keys(menuCommands) as CommandId[];

function describeWindow({ store }: App): WindowState {
  const state = store.getState();
  return {
    name: state.workspace.screen === 'start' ? '' : state.design.name,
    edited: isDirty(state),
    document: state.files.document?.token ?? null,
    disabledCommands: menuIds.filter((id) => commandOfId(id)?.isEnabled(state) !== true),
  };
}

/** Obeys the host's events, and keeps its title, menu and close guard in step with the window. */
export function followHost(app: App): void {
  app.host.onEvent((event) => receive(app, event));
  let shown = '';
  let isWaiting = false;
  const tell = (): void => {
    isWaiting = false;
    const state = describeWindow(app);
    const text = JSON.stringify(state);
    if (text === shown) return;
    shown = text;
    void app.host.showState(state);
  };
  app.store.subscribe(() => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(tell);
  });
}
