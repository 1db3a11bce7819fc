import { readdirSync } from 'node:fs';
import { commands as menuCommands } from '@shared/command-ids.ts';
import { expect, test } from 'vitest';
import { commandOfId, commands } from './all-commands.ts';

/** Files beside the commands that hold no command of their own. */
const OTHERS = new Set([
  'align-selection',
  'all-commands',
  'arrange-design',
  'ask-about',
  'clipboard',
  'collapse-containers',
  'command',
  'edit-selected-rules',
  'edit-selection',
  'instance-power',
  'open-step',
  'rename-selected',
  'run-command',
  'shortcut',
  'show-problem',
  'toggle-view',
  'use-command',
  'use-command-keys',
]);

test('every file of a command is in the list, under its own name', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const names = files.map((name) => name.slice(0, -'.ts'.length)).filter((name) => !OTHERS.has(name));
  const listed = commands.map(({ id }) => id).filter((id) => !id.startsWith('open-step-'));
  expect(listed.sort()).toEqual(names.sort());
});

test('every item of the application menu is a command here', () => {
  for (const id of Object.keys(menuCommands)) expect(commandOfId(id), id).toBeDefined();
});

test('no two commands have one key, and none has an empty title', () => {
  const keys = commands.flatMap(({ accelerator }) => (accelerator === null ? [] : [accelerator]));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  for (const { title } of commands) expect(title).not.toBe('');
});
