import { themes, type ThemeColors, type ThemeName } from './tokens.ts';

/** How a picture is drawn: its theme, and whether what is off a path is dimmed. */
export interface Pen {
  readonly theme: ThemeName;
  readonly colors: ThemeColors;
  readonly isDimmed: (key: string) => boolean;
}

export const makePen = (theme: ThemeName, isDimmed: (key: string) => boolean = () => false): Pen => ({ theme, colors: themes[theme], isDimmed });
