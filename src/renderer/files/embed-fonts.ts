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

let rules: Promise<string> | undefined;

async function fontRules(): Promise<string> {
  const faces = FONTS.map(async ({ family, weight, url }) => {
    const data = await readAsDataUrl(url);
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2")}`;
  });
  return (await Promise.all(faces)).join('');
}

/**
 * Puts the program's fonts into an SVG picture: a picture may not load anything, and without them its words would be as
 * wide as another font makes them.
 */
export async function embedFonts(svg: string): Promise<string> {
  rules ??= fontRules();
  const style = `<style>${await rules}</style>`;
  return svg.replace(/<svg\b[^>]*>/, (opening) => `${opening}${style}`);
}
