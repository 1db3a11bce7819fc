/// <reference types="vite/client" />
import { embedFonts } from '@core/api/reporting.ts';
import inter400 from '../../resources/fonts/inter-latin-400-normal.woff2?inline';
import inter500 from '../../resources/fonts/inter-latin-500-normal.woff2?inline';
import inter600 from '../../resources/fonts/inter-latin-600-normal.woff2?inline';
import mono400 from '../../resources/fonts/jetbrains-mono-latin-400-normal.woff2?inline';

const FONTS = [
  { family: 'Inter', weight: 400, url: inter400 },
  { family: 'Inter', weight: 500, url: inter500 },
  { family: 'Inter', weight: 600, url: inter600 },
  { family: 'JetBrains Mono', weight: 400, url: mono400 },
] as const;

/** Puts the program's fonts into an SVG picture. */
export const embedOwnFonts = (svg: string): string => embedFonts(svg, FONTS);
