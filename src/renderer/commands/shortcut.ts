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

function holds({ ctrlKey, metaKey, altKey }: KeyPress, wanted: Combination, isMac: boolean): boolean {
  const [command, other] = isMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  return command === wanted.command && !other && altKey === wanted.alt;
}

/** With Alt held a letter may arrive as another sign, so letters and digits go by their place on the keyboard too. */
function isKey({ key, code }: KeyPress, wanted: string): boolean {
  return key.toLowerCase() === wanted || DIGIT_CODE.exec(code)?.[1] === wanted || code.toLowerCase() === `key${wanted}`;
}

/** Whether a key press is the combination. */
export function matchesAccelerator(press: KeyPress, accelerator: string, platform: Platform): boolean {
  const wanted = readAccelerator(accelerator);
  if (!holds(press, wanted, platform === 'macos')) return false;
  if (wanted.key === '+' && press.key === '=') return true;
  if (LAYOUT_DEPENDENT.test(wanted.key) && wanted.key !== ' ') return press.key === wanted.key;
  return press.shiftKey === wanted.shift && isKey(press, wanted.key);
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

/** The order in which the keys that are held are written. */
const MAC_ORDER = ['alt', 'shift', 'command'] as const;
const WORDED_ORDER = ['command', 'alt', 'shift'] as const;

/** The combination as it is written on this system: `Ctrl Shift S`, on macOS `⇧⌘S`. */
export function writeAccelerator(accelerator: string, platform: Platform): string {
  const combination = readAccelerator(accelerator);
  const isMac = platform === 'macos';
  const [names, order, between] = isMac ? [MAC_SIGNS, MAC_ORDER, ''] : [WORDED, WORDED_ORDER, ' '];
  const held = order.filter((name) => combination[name]).map((name) => names[name]);
  return [...held, WORDS[combination.key] ?? capitalise(combination.key)].join(between);
}
