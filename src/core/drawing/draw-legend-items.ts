import type { Pen } from './pen.ts';
import { textElement } from './svg.ts';
import { textWidth, type TextStyle } from './text-width.ts';
import { typeScale } from './tokens.ts';

const WORDS: TextStyle = { family: 'text', weight: 400, size: typeScale.small.size };
const ITEM_GAP = 18;
const ITEM_LINE = 24;

/** What stands below a picture. */
export interface Legend {
  readonly svg: string;
  readonly height: number;
}

/** Where a legend stands and how wide it may be. */
export interface LegendPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** One entry: what it is as a little drawing at a point, and its words. */
export interface Item {
  readonly width: number;
  readonly words: string;
  readonly draw: (x: number, y: number) => string;
}

/** Entries in rows that break at the width. */
export function drawItems(pen: Pen, items: readonly Item[], place: LegendPlace): Legend {
  let [x, y] = [place.x, place.y + ITEM_LINE / 2];
  let svg = '';
  for (const item of items) {
    const width = item.width + textWidth(item.words, WORDS);
    if (x > place.x && x + width > place.x + place.width) [x, y] = [place.x, y + ITEM_LINE];
    svg += item.draw(x, y) + textElement(item.words, WORDS, { x: x + item.width, y: y + 4, fill: pen.colors['ink-2'] });
    x += width + ITEM_GAP;
  }
  return { svg, height: items.length === 0 ? 0 : y + ITEM_LINE / 2 - place.y };
}
