/** What of a keyboard event decides which command it is for. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type Platform = 'windows' | 'macos' | 'linux' | 'other';

interface Combination {
  readonly command: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** As in `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  plus: '+',
  escape: 'escape',
  esc: 'escape',
  return: 'enter',
  space: ' ',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** Reads an accelerator in Electron's words: `CmdOrCtrl+Shift+S`, `F6`, `Delete`. */
export function readAccelerator(accelerator: string): Combination {
  const parts = accelerator.toLowerCase().split('+');
  const last = parts[parts.length - 1] ?? '';
  const name = last === '' ? '+' : last;
  return {
    command: parts.includes('cmdorctrl'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
    key: KEY_NAMES[name] ?? name,
  };
}

/** Keys that are typed with Shift on some layouts, so that Shift says nothing about them. */
const LAYOUT_DEPENDENT = /^[^a-z0-9]$/;
const DIGIT_CODE = /^(?:Digit|Numpad)(\d)$/;

/** Whether a key press is the combination. With Alt held a letter may arrive as another sign, so digits go by their place too. */
export function matchesAccelerator(press: KeyPress, accelerator: string, platform: Platform): boolean {
  const wanted = readAccelerator(accelerator);
  const command = platform === 'macos' ? press.metaKey : press.ctrlKey;
  const other = platform === 'macos' ? press.ctrlKey : press.metaKey;
  if (command !== wanted.command || other || press.altKey !== wanted.alt) return false;
  const key = press.key.toLowerCase();
  if (wanted.key === '+' && key === '=') return true;
  if (LAYOUT_DEPENDENT.test(wanted.key) && wanted.key !== ' ') return key === wanted.key;
  if (press.shiftKey !== wanted.shift) return false;
  return key === wanted.key || DIGIT_CODE.exec(press.code)?.[1] === wanted.key || press.code.toLowerCase() === `key${wanted.key}`;
}

const WORDS: Readonly<Record<string, string>> = {
  ' ': 'Space',
  escape: 'Esc',
  delete: 'Del',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  '-': '−',
};
const MAC_SIGNS = { command: '⌘', alt: '⌥', shift: '⇧' } as const;
const WORDED = { command: 'Ctrl', alt: 'Alt', shift: 'Shift' } as const;

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The combination as it is written on this system: `Ctrl Shift S`, on macOS `⇧⌘S`. */
export function writeAccelerator(accelerator: string, platform: Platform): string {
  const { command, alt, shift, key } = readAccelerator(accelerator);
  const isMac = platform === 'macos';
  const names = isMac ? MAC_SIGNS : WORDED;
  const held = isMac
    ? [alt && names.alt, shift && names.shift, command && names.command]
    : [command && names.command, alt && names.alt, shift && names.shift];
  return [...held.filter(Boolean), WORDS[key] ?? capitalise(key)].join(isMac ? '' : ' ');
}
