/**
 * The values of the look: colours in both themes, type, space, shape and motion. The single source: the renderer's
 * `tokens.css` is written from it, and drawings read it directly. A hue says what a thing is (AWS's kind) or what the
 * answer is; everything else has none.
 */
export type ThemeName = 'light' | 'dark';

const light = {
  'paper-0': '#f7f8fa',
  'paper-1': '#ffffff',
  'paper-2': '#f3f4f7',
  'paper-3': '#e9ecf1',
  grid: '#d9dde4',
  'line-1': '#e0e4ea',
  'line-2': '#c4cbd6',
  'line-3': '#838d9c',
  'ink-1': '#12161c',
  'ink-2': '#454e5c',
  'ink-3': '#5f6978',
  act: '#171b22',
  'act-hover': '#2c333f',
  'on-act': '#ffffff',
  vpc: '#8c4fff',
  'vpc-text': '#6527d6',
  'vpc-wash': 'rgba(140, 79, 255, 0.035)',
  public: '#7aa116',
  'public-text': '#4a640a',
  'public-wash': 'rgba(122, 161, 22, 0.085)',
  private: '#00a4a6',
  'private-text': '#00676a',
  'private-wash': 'rgba(0, 164, 166, 0.07)',
  region: '#00a4a6',
  'region-text': '#00676a',
  'region-wash': 'rgba(0, 164, 166, 0.07)',
  sg: '#dd344c',
  'sg-text': '#a81d36',
  'sg-wash': 'rgba(221, 52, 76, 0.09)',
  compute: '#ed7100',
  'compute-text': '#9a4700',
  'compute-wash': 'rgba(237, 113, 0, 0.12)',
  db: '#c925d1',
  'db-text': '#93149a',
  'db-wash': 'rgba(201, 37, 209, 0.1)',
  net: '#8c4fff',
  'net-text': '#6527d6',
  'net-wash': 'rgba(140, 79, 255, 0.11)',
  outside: '#6b7584',
  'outside-text': '#454e5c',
  'outside-wash': 'rgba(107, 117, 132, 0.12)',
  pass: '#0b62cf',
  'pass-text': '#0a55b4',
  'pass-wash': '#e8f1fd',
  'on-pass': '#ffffff',
  fail: '#c5300b',
  'fail-text': '#a92807',
  'fail-wash': '#fdeee9',
  'on-fail': '#ffffff',
  warn: '#f0b400',
  'warn-text': '#745200',
  'warn-wash': '#fff6dc',
  'on-warn': '#241a00',
  turn: '#454e5c',
  'turn-text': '#2f3743',
  'turn-wash': '#eef0f4',
  'on-turn': '#ffffff',
  none: '#838d9c',
  'none-text': '#5f6978',
} as const;

export type ColorToken = keyof typeof light;
export type ThemeColors = Readonly<Record<ColorToken, string>>;

const dark: ThemeColors = {
  'paper-0': '#0f1216',
  'paper-1': '#181c22',
  'paper-2': '#13161b',
  'paper-3': '#252b34',
  grid: '#262c35',
  'line-1': '#272d36',
  'line-2': '#3b444f',
  'line-3': '#6f7b8b',
  'ink-1': '#e9edf3',
  'ink-2': '#b3bcc9',
  'ink-3': '#929dac',
  act: '#e9edf3',
  'act-hover': '#ffffff',
  'on-act': '#12161c',
  vpc: '#9d69ff',
  'vpc-text': '#bd9bff',
  'vpc-wash': 'rgba(140, 79, 255, 0.05)',
  public: '#7aa116',
  'public-text': '#a8cd4b',
  'public-wash': 'rgba(122, 161, 22, 0.09)',
  private: '#00a4a6',
  'private-text': '#4ccbcd',
  'private-wash': 'rgba(0, 164, 166, 0.08)',
  region: '#00a4a6',
  'region-text': '#4ccbcd',
  'region-wash': 'rgba(0, 164, 166, 0.08)',
  sg: '#e8566b',
  'sg-text': '#ff94a4',
  'sg-wash': 'rgba(221, 52, 76, 0.17)',
  compute: '#f5862a',
  'compute-text': '#ffab66',
  'compute-wash': 'rgba(237, 113, 0, 0.16)',
  db: '#dc5be2',
  'db-text': '#ee94f2',
  'db-wash': 'rgba(201, 37, 209, 0.18)',
  net: '#a274ff',
  'net-text': '#bd9bff',
  'net-wash': 'rgba(140, 79, 255, 0.2)',
  outside: '#8b96a6',
  'outside-text': '#b3bcc9',
  'outside-wash': 'rgba(139, 150, 166, 0.16)',
  pass: '#4c9bff',
  'pass-text': '#86bbff',
  'pass-wash': '#14263d',
  'on-pass': '#06121f',
  fail: '#ff5f4a',
  'fail-text': '#ff9d8c',
  'fail-wash': '#381815',
  'on-fail': '#1f0400',
  warn: '#f0b400',
  'warn-text': '#f3c95a',
  'warn-wash': '#30270d',
  'on-warn': '#241a00',
  turn: '#b3bcc9',
  'turn-text': '#d3dae4',
  'turn-wash': '#232932',
  'on-turn': '#12161c',
  none: '#6f7b8b',
  'none-text': '#929dac',
};

/** Every colour of both themes, as CSS colours. */
export const themes: Readonly<Record<ThemeName, ThemeColors>> = { light, dark };

/** Shadows: `lift-1` nodes, `lift-2` what floats over the canvas, `lift-3` menus and dialogs. CSS `box-shadow` values. */
export const lifts = {
  light: {
    'lift-1': '0 1px 2px rgba(18, 22, 28, 0.07)',
    'lift-2': '0 1px 2px rgba(18, 22, 28, 0.08), 0 4px 14px rgba(18, 22, 28, 0.1)',
    'lift-3': '0 2px 4px rgba(18, 22, 28, 0.08), 0 12px 32px rgba(18, 22, 28, 0.16)',
  },
  dark: {
    'lift-1': '0 1px 2px rgba(0, 0, 0, 0.4)',
    'lift-2': '0 0 0 1px rgba(255, 255, 255, 0.03), 0 4px 14px rgba(0, 0, 0, 0.45)',
    'lift-3': '0 0 0 1px rgba(255, 255, 255, 0.04), 0 14px 36px rgba(0, 0, 0, 0.6)',
  },
} as const satisfies Readonly<Record<ThemeName, Readonly<Record<string, string>>>>;

/** What a thing is, in AWS's colours. The tokens of a hue are `<hue>` for lines, `<hue>-text` and `<hue>-wash`. */
export const hues = ['vpc', 'net', 'public', 'private', 'region', 'compute', 'db', 'sg', 'outside'] as const;
export type Hue = (typeof hues)[number];

/** Font stacks: the first family ships with the product, the rest serve scripts it does not cover. */
export const fontStacks = {
  text: '"Inter", "Segoe UI", "Helvetica Neue", Arial, sans-serif',
  mono: '"JetBrains Mono", "IBM Plex Mono", "Cascadia Mono", Menlo, Consolas, monospace',
} as const;

/** Type sizes and line heights in px. */
export const typeScale = {
  micro: { size: 10.5, line: 14 },
  small: { size: 11, line: 15 },
  body: { size: 12, line: 16 },
  strong: { size: 13, line: 18 },
  title: { size: 15, line: 20 },
  display: { size: 22, line: 28 },
} as const;

/** Space in px: `--s-1` to `--s-8`. */
export const spaces = [2, 4, 6, 8, 12, 16, 24, 32] as const;

/** Corner radii in px. */
export const radii = { chip: 3, control: 5, node: 6, box: 8, float: 9 } as const;

/** Durations in ms: `fast` hover, `base` marks fade, `slow` dock. All are 0 where people ask for reduced motion. */
export const motion = { fast: 80, base: 140, slow: 220 } as const;

/** Sizes of the window's parts in px. */
export const frame = {
  'w-left': 256,
  'w-right': 296,
  'h-top': 40,
  'h-status': 24,
  'h-dock': 312,
  'h-row': 24,
} as const;

/** What lies over what, as `z-index`: a menu opens over the dialog it belongs to, a notice is never covered. */
export const layers = { float: 10, splitter: 20, dialog: 100, menu: 200, tooltip: 300, notice: 400 } as const;
