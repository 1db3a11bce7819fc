import { themes, type ColorToken, type ThemeColors, type ThemeName } from './tokens.ts';

/** How a picture is drawn: its theme, and whether what is off a path is dimmed. */
export interface Pen {
  readonly theme: ThemeName;
  readonly colors: ThemeColors;
  readonly isDimmed: (key: string) => boolean;
}

/** Colours for paper: white ground and no washes, so that lines and words alone are printed. */
function plainColors(): ThemeColors {
  const { light } = themes;
  const plain = Object.keys(light).map((token): [string, string] => [token, token.endsWith('-wash') || token.startsWith('paper-') ? '#ffffff' : light[token as ColorToken]]);
  return Object.fromEntries(plain) as ThemeColors;
}

/** A pen for print: always on white. */
export const makePlainPen = (isDimmed: (key: string) => boolean = () => false): Pen => ({ theme: 'light', colors: plainColors(), isDimmed });

export const makePen = (theme: ThemeName, isDimmed: (key: string) => boolean = () => false): Pen => ({ theme, colors: themes[theme], isDimmed });
