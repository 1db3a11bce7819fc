import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { commands, type CommandId } from '@shared/command-ids.ts';
import { buildMenuTemplate, type MenuState } from './menu-template.ts';

const sent: CommandId[] = [];
const state: MenuState = {
  platform: 'linux',
  disabled: new Set<CommandId>(['undo']),
  recent: [{ label: 'R&D.vpc.json  ~/plans', path: '/home/a/plans/R&D.vpc.json' }],
  isDevelopment: false,
  send: (command) => void sent.push(command),
  openRecent: () => undefined,
  clearRecent: () => undefined,
};

function flatten(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}
const itemsOf = (platform: NodeJS.Platform, isDevelopment = false): readonly MenuItemConstructorOptions[] => flatten(buildMenuTemplate({ ...state, platform, isDevelopment }));

/** Commands that the system's own roles stand for. */
const BY_ROLE: readonly string[] = ['cut', 'copy', 'paste'];

test.each(['linux', 'win32', 'darwin'] as const)('every command is in the menu of %s, and each sends its id', (platform) => {
  const items = itemsOf(platform);
  for (const id of Object.keys(commands).filter((command) => !BY_ROLE.includes(command))) {
    const item = items.find((one) => one.id === id);
    expect(item, id).toBeDefined();
    (item?.click as () => void)();
    expect(sent.pop()).toBe(id);
  }
  for (const role of BY_ROLE) expect(items.some((item) => item.role === role)).toBe(true);
});

test('keys are shown and left to the page', () => {
  const withKeys = itemsOf('linux').filter((item) => item.accelerator !== undefined);
  expect(withKeys.length).toBeGreaterThan(20);
  expect(withKeys.every((item) => item.registerAccelerator === false)).toBe(true);
  const keys = withKeys.map((item) => item.accelerator);
  expect(new Set(keys).size).toBe(keys.length);
});

test('what cannot be used now is disabled', () => {
  const disabled = itemsOf('linux').filter((item) => item.enabled === false);
  expect(disabled.map((item) => item.id)).toEqual(['undo']);
});

test('the names of recent files keep their ampersands', () => {
  expect(itemsOf('linux').some((item) => item.label === 'R&&D.vpc.json  ~/plans')).toBe(true);
});

test('developer tools are there in development only', () => {
  const hasTools = (isDevelopment: boolean): boolean => itemsOf('linux', isDevelopment).some((item) => item.role === 'toggleDevTools');
  expect([hasTools(true), hasTools(false)]).toEqual([true, false]);
});
