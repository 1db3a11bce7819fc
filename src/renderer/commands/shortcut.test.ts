import { describe, expect, test } from 'vitest';
import { commands } from '@shared/command-ids.ts';
import { matchesAccelerator, writeAccelerator, type KeyPress } from './shortcut.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: held.code ?? '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a key press is a combination', () => {
  test.each([
    ['CmdOrCtrl+Z', press('z', { ctrlKey: true }), 'linux', true],
    ['CmdOrCtrl+Z', press('Z', { ctrlKey: true, shiftKey: true }), 'linux', false],
    ['CmdOrCtrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), 'linux', true],
    ['CmdOrCtrl+Z', press('z', { metaKey: true }), 'macos', true],
    ['CmdOrCtrl+Z', press('z', { ctrlKey: true }), 'macos', false],
    ['CmdOrCtrl+Plus', press('+', { ctrlKey: true, shiftKey: true }), 'windows', true],
    ['CmdOrCtrl+Plus', press('=', { ctrlKey: true }), 'windows', true],
    ['CmdOrCtrl+-', press('-', { ctrlKey: true }), 'windows', true],
    ['CmdOrCtrl+Alt+1', press('¡', { metaKey: true, altKey: true, code: 'Digit1' }), 'macos', true],
    ['CmdOrCtrl+Alt+B', press('∫', { metaKey: true, altKey: true, code: 'KeyB' }), 'macos', true],
    ['F6', press('F6'), 'linux', true],
    ['Shift+F6', press('F6', { shiftKey: true }), 'linux', true],
    ['F6', press('F6', { ctrlKey: true }), 'linux', false],
    ['Delete', press('Delete'), 'linux', true],
    ['?', press('?', { shiftKey: true }), 'linux', true],
    ['V', press('v'), 'linux', true],
    ['V', press('v', { ctrlKey: true }), 'linux', false],
  ] as const)('%s, %o on %s: %s', (accelerator, pressed, platform, expected) => {
    expect(matchesAccelerator(pressed, accelerator, platform)).toBe(expected);
  });
});

test.each([
  ['CmdOrCtrl+Shift+S', 'linux', 'Ctrl Shift S'],
  ['CmdOrCtrl+Shift+S', 'macos', '⇧⌘S'],
  ['CmdOrCtrl+Plus', 'windows', 'Ctrl +'],
  ['CmdOrCtrl+-', 'windows', 'Ctrl −'],
  ['F6', 'linux', 'F6'],
  ['Delete', 'linux', 'Del'],
  ['Alt+Left', 'linux', 'Alt ←'],
] as const)('%s on %s is written %s', (accelerator, platform, expected) => {
  expect(writeAccelerator(accelerator, platform)).toBe(expected);
});

test('every combination of the menu can be written and is one of a kind', () => {
  const accelerators = Object.values(commands).flatMap(({ accelerator }) => (accelerator === null ? [] : [accelerator]));
  expect(new Set(accelerators).size).toBe(accelerators.length);
  for (const accelerator of accelerators) expect(writeAccelerator(accelerator, 'linux')).not.toBe('');
});
