import { element, escapeXml } from './svg.ts';

/** A font file to put into a picture, so that it looks the same where the font is not installed. */
export interface EmbeddedFont {
  readonly family: string;
  readonly weight: number;
  /** `data:font/woff2;base64,…` */
  readonly url: string;
}

/**
 * Puts fonts into an SVG picture: a picture may not load anything, and without them its words would be as wide as another
 * font makes them.
 */
export function embedFonts(svg: string, fonts: readonly EmbeddedFont[]): string {
  const faces = fonts.map(({ family, weight, url }) => `@font-face{font-family:"${family}";font-weight:${weight};src:url(${url}) format("woff2")}`);
  const style = element('style', {}, escapeXml(faces.join('')));
  return svg.replace(/<svg\b[^>]*>/, (opening) => `${opening}${style}`);
}
