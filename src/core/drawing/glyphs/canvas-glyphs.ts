import { circle, dot, line, rectangle } from './glyph.ts';
import type { Glyph } from './glyph.ts';

/** Tools of the canvas and of arranging what is on it. */
export const canvasGlyphs = {
  select: { paths: [line('M5 3.5 15.5 10l-4.8 1.1L8 15.6z')] },
  pan: {
    paths: [
      line(
        'M10 2.5v15M2.5 10h15M7.8 4.6 10 2.4l2.2 2.2M7.8 15.4l2.2 2.2 2.2-2.2M4.6 7.8 2.4 10l2.2 2.2M15.4 7.8l2.2 2.2-2.2 2.2',
      ),
    ],
  },
  connect: { paths: [circle([4.6, 15.4], 2), circle([15.4, 4.6], 2), line('M6 14 14 6')] },
  undo: { paths: [line('M7 4 3.5 7.5 7 11M3.8 7.5H12a4.2 4.2 0 0 1 0 8.4H8')] },
  redo: { paths: [line('M13 4l3.5 3.5L13 11M16.2 7.5H8a4.2 4.2 0 0 0 0 8.4h4')] },
  arrange: {
    paths: [
      rectangle({ x: 3, y: 3, width: 14, height: 4.6, radius: 1.2 }),
      rectangle({ x: 3, y: 10.6, width: 6, height: 6.4, radius: 1.2 }),
      rectangle({ x: 11.4, y: 10.6, width: 5.6, height: 6.4, radius: 1.2 }),
    ],
  },
  align: { paths: [line('M3 3v14M6 6h9v3H6zM6 11.5h6v3H6z')] },
  grid: {
    paths: [
      rectangle({ x: 3, y: 3, width: 14, height: 14, radius: 2 }),
      line('M7.7 3v14M12.3 3v14M3 7.7h14M3 12.3h14', { width: 1.2 }),
    ],
  },
  fit: {
    paths: [
      line(
        'M3 7V4.5A1.5 1.5 0 0 1 4.5 3H7M13 3h2.5A1.5 1.5 0 0 1 17 4.5V7M17 13v2.5a1.5 1.5 0 0 1-1.5 1.5H13M7 17H4.5A1.5 1.5 0 0 1 3 15.5V13',
      ),
    ],
  },
  expand: { paths: [line('M12 3.5h4.5V8M16.2 3.8l-4.7 4.7M8 16.5H3.5V12M3.8 16.2l4.7-4.7')] },
  plus: { paths: [line('M10 4.5v11M4.5 10h11')] },
  minus: { paths: [line('M4.5 10h11')] },
  swap: { paths: [line('M4 7h11.5M12.6 4 15.6 7l-3 3M16 13H4.5M7.4 10l-3 3 3 3')] },
  'what-if': {
    paths: [line('M3 15.5h3.2c2.6 0 3-11 5.8-11h5M14.4 2l2.6 2.5L14.4 7M11 15.5h6M14.4 13l2.6 2.5-2.6 2.5')],
  },
  flag: { paths: [line('M4.5 17.5V3M4.5 3.8h10l-2 3.4 2 3.4h-10')] },
  practice: { paths: [circle([10, 10], 7), circle([10, 10], 3.4), dot([10, 10], 0.9)] },
  lock: {
    paths: [rectangle({ x: 4.5, y: 9, width: 11, height: 7.5, radius: 1.6 }), line('M7 9V6.6a3 3 0 0 1 6 0V9')],
  },
  unlock: {
    paths: [rectangle({ x: 4.5, y: 9, width: 11, height: 7.5, radius: 1.6 }), line('M7 9V6a3 3 0 0 1 5.7-1.3')],
  },
  eye: {
    paths: [line('M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5z'), circle([10, 10], 2.2)],
  },
  power: { paths: [line('M10 3v6.4'), line('M6.2 5.2a6.4 6.4 0 1 0 7.6 0')] },
  start: { paths: [line('M6.5 4.4v11.2L15.5 10z')] },
  stop: { paths: [rectangle({ x: 5, y: 5, width: 10, height: 10, radius: 1.6 })] },
  mark: { paths: [line('M3.5 13.5V10a6.5 6.5 0 0 1 13 0v3.5', { width: 2 }), dot([10, 13.5], 2.4)] },
} as const satisfies Readonly<Record<string, Glyph>>;
