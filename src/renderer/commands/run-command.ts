import type { App } from '../app/app-context.ts';
import type { Command } from './command.ts';

/**
 * Runs a command when it can be run now. A fault on the way is a sentence for the person; the design is as it was, because
 * every change of it is applied whole or not at all.
 */
export async function runCommand(command: Command, app: App): Promise<void> {
  if (!command.isEnabled(app.store.getState())) return;
  try {
    await command.run(app);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.store.notify('problem', `"${command.title}" was not done: ${reason}`);
  }
}
