import { embedFonts, type EmbeddedFont } from '@core/drawing/embed-fonts.ts';
import inter400 from '../../../resources/fonts/inter-latin-400-normal.woff2?url';
import inter500 from '../../../resources/fonts/inter-latin-500-normal.woff2?url';
import inter600 from '../../../resources/fonts/inter-latin-600-normal.woff2?url';
import mono400 from '../../../resources/fonts/jetbrains-mono-latin-400-normal.woff2?url';

const FONTS = [
  { family: 'Inter', weight: 400, url: inter400 },
  { family: 'Inter', weight: 500, url: inter500 },
  { family: 'Inter', weight: 600, url: inter600 },
  { family: 'JetBrains Mono', weight: 400, url: mono400 },
] as const;

async function readAsDataUrl(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('A font of the program cannot be read.'));
    reader.readAsDataURL(blob);
  });
}

let fonts: Promise<readonly EmbeddedFont[]> | undefined;

const readFonts = (): Promise<readonly EmbeddedFont[]> => Promise.all(FONTS.map(async ({ url, ...font }) => ({ ...font, url: await readAsDataUrl(url) })));

/** Puts the program's fonts into an SVG picture. */
export async function embedOwnFonts(svg: string): Promise<string> {
  fonts ??= readFonts();
  return embedFonts(svg, await fonts);
}
