import { createServer } from 'vite';
import { projectPath } from '../build-settings.ts';
import type { Generated } from './generated.ts';

/** What the page needs of the renderer's commands. */
interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly accelerator: string | null;
  readonly onCanvasOnly?: boolean;
}

interface CommandModules {
  readonly commands: readonly Command[];
  readonly groups: readonly string[];
  /** `CmdOrCtrl+S` as people of a system write it. */
  readonly write: (accelerator: string, platform: 'windows' | 'macos') => string;
}

/** The commands are part of the page and know React and style sheets, so Vite has to load them. */
async function loadCommands(): Promise<CommandModules> {
  const server = await createServer({
    root: projectPath('src/renderer'),
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    resolve: { alias: { '@core': projectPath('src/core'), '@shared': projectPath('src/shared') } },
    server: { middlewareMode: true, ws: false, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const all = await server.ssrLoadModule('/commands/all-commands.ts');
    const one = await server.ssrLoadModule('/commands/command.ts');
    const shortcut = await server.ssrLoadModule('/commands/shortcut.ts');
    return {
      commands: all['commands'] as CommandModules['commands'],
      groups: one['commandGroups'] as CommandModules['groups'],
      write: shortcut['writeAccelerator'] as CommandModules['write'],
    };
  } finally {
    await server.close();
  }
}

function writeKeys(modules: CommandModules, same: readonly Command[], platform: 'windows' | 'macos'): string {
  return same.flatMap(({ accelerator }) => (accelerator === null ? [] : [`<kbd>${modules.write(accelerator, platform)}</kbd>`])).join(', ');
}

/** One row for the commands with one title: they are one command with several keys. */
function writeRow(modules: CommandModules, same: readonly Command[]): string {
  const [first] = same;
  const title = `${first?.title ?? ''}${first?.onCanvasOnly === true ? ' (on the canvas)' : ''}`;
  return `| ${title} | ${writeKeys(modules, same, 'windows')} | ${writeKeys(modules, same, 'macos')} |`;
}

function writeGroup(modules: CommandModules, group: string): readonly string[] {
  const commands = modules.commands.filter((command) => command.group === group);
  if (commands.length === 0) return [];
  const rows = [...new Set(commands.map(({ title }) => title))].map((title) => writeRow(modules, commands.filter((command) => command.title === title)));
  return [`## ${group}`, '', '| Command | Windows, Linux | macOS |', '| --- | --- | --- |', ...rows, ''];
}

/** Every command of the window with its key. */
export async function writeCommandsPage(): Promise<Generated> {
  const modules = await loadCommands();
  const text = [
    '# Commands and keys',
    '',
    'Everything below is found in the command list, which *Run a command…* opens; most of it stands in a menu too. In the app, *Keyboard',
    'shortcuts* shows the same. This page is written by `npm run docs`.',
    '',
    'Without a mouse: <kbd>F6</kbd> goes from parts to canvas, inspector and dock; on the canvas the arrow keys walk from neighbour to',
    'neighbour, Enter goes into a box and Escape out of it; with Alt held, the arrow keys move what is selected.',
    '',
    ...modules.groups.flatMap((group) => writeGroup(modules, group)),
  ].join('\n');
  return { files: new Map([['docs/commands.md', text]]) };
}
