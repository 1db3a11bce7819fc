import { captionRowWidth, type CaptionRow } from './measure.ts';
import { CAPTION } from './sizes.ts';
import { textWidth, type TextStyle } from './text-width.ts';

const ELLIPSIS = '…';
/** Sums of widths differ in their last digits by the order in which they were added. */
const TOLERANCE = 0.05;
const JOINER = '\u200D';
const MARK = /^[\p{Mark}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u;

/** Characters as they are read: marks stay with their letter, joined emoji together. */
function splitReadable(text: string): readonly string[] {
  const parts: string[] = [];
  let isJoined = false;
  for (const character of text) {
    const last = parts.length - 1;
    if (last >= 0 && (isJoined || MARK.test(character))) parts[last] = `${parts[last] ?? ''}${character}`;
    else parts.push(character);
    isJoined = character === JOINER;
  }
  return parts;
}

/** The text as it is, or cut with an ellipsis so that it is no wider than `width` pixels; empty where not even that fits. */
export function fitText(text: string, width: number, style: TextStyle): string {
  const limit = width + TOLERANCE;
  if (textWidth(text, style) <= limit) return text;
  const parts = splitReadable(text);
  let [fits, tooWide] = [0, parts.length];
  const cut = (count: number): string => `${parts.slice(0, count).join('').trimEnd()}${ELLIPSIS}`;
  while (tooWide - fits > 1) {
    const middle = (fits + tooWide) >> 1;
    if (textWidth(cut(middle), style) <= limit) fits = middle;
    else tooWide = middle;
  }
  return fits === 0 ? '' : cut(fits);
}

interface CaptionStyles {
  readonly title: TextStyle;
  readonly address: TextStyle;
}

/**
 * A caption's row that fits into a box of this width. Counts go first (`2 used, 505 free` becomes `505 free`, then
 * nothing), then the address, and only then is the name cut.
 */
export function fitCaptionRow(row: CaptionRow, width: number, styles: CaptionStyles): CaptionRow {
  const fits = (candidate: CaptionRow): boolean => captionRowWidth(candidate) <= width + TOLERANCE;
  const shorter = [row, { ...row, room: row.room.split(', ').at(-1) ?? '' }, { ...row, room: '' }];
  const found = shorter.find(fits);
  if (found) return found;
  const bare = { ...row, room: '' };
  const withoutAddress = width - captionRowWidth({ ...bare, address: '' }) - CAPTION.gap;
  const address = fitText(row.address, withoutAddress, styles.address);
  if (address !== '' && fits({ ...bare, address })) return { ...bare, address };
  const around = captionRowWidth({ ...bare, address: '', title: 'x' }) - textWidth('x', styles.title);
  return { ...bare, address: '', title: fitText(row.title, width - around, styles.title) };
}
