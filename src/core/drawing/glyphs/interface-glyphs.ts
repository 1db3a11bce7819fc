import { circle, dot, line, rectangle } from './glyph.ts';
import type { Glyph } from './glyph.ts';

const ROUND = circle([10, 10], 7);
const TRAY = 'M3.5 12.5v3a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5v-3';
const SHEET_BEHIND = 'M4.8 12.8A1.5 1.5 0 0 1 3.5 11.3V5a1.5 1.5 0 0 1 1.5-1.5h6.3a1.5 1.5 0 0 1 1.5 1.3';

/** What buttons, menus and fields of any window need. */
export const interfaceGlyphs = {
  search: { paths: [circle([8.8, 8.8], 5), line('M12.6 12.6 16.5 16.5')] },
  filter: { paths: [line('M3.5 5.5h13M6 10h8M8.5 14.5h3')] },
  down: { paths: [line('M6 8l4 4 4-4')] },
  up: { paths: [line('M6 12l4-4 4 4')] },
  right: { paths: [line('M8 6l4 4-4 4')] },
  left: { paths: [line('M12 6l-4 4 4 4')] },
  collapse: { paths: [line('M5 8l5 5 5-5')] },
  'arrow-up': { paths: [line('M10 16.5v-13M5.6 7.9 10 3.5l4.4 4.4')] },
  'arrow-down': { paths: [line('M10 3.5v13M5.6 12.1l4.4 4.4 4.4-4.4')] },
  close: { paths: [line('M5.5 5.5l9 9M14.5 5.5l-9 9')] },
  check: { paths: [line('M4.8 10.4l3.4 3.4 7-7.6')] },
  dot: { paths: [dot([10, 10], 2.6)] },
  more: { paths: [dot([4.5, 10], 1.3), dot([10, 10], 1.3), dot([15.5, 10], 1.3)] },
  drag: {
    paths: [
      dot([7.5, 5], 1.1),
      dot([12.5, 5], 1.1),
      dot([7.5, 10], 1.1),
      dot([12.5, 10], 1.1),
      dot([7.5, 15], 1.1),
      dot([12.5, 15], 1.1),
    ],
  },
  theme: {
    paths: [circle([10, 10], 6.5), line('M10 3.5a6.5 6.5 0 0 1 0 13z', { fill: 'current', stroke: 'none' })],
  },
  'theme-light': {
    paths: [
      circle([10, 10], 3.2),
      line('M10 2.6v1.8M10 15.6v1.8M2.6 10h1.8M15.6 10h1.8M4.8 4.8 6 6M14 14l1.2 1.2M4.8 15.2 6 14M14 6l1.2-1.2'),
    ],
  },
  'theme-dark': { paths: [line('M16 11.7A6.5 6.5 0 0 1 8.3 4 6.5 6.5 0 1 0 16 11.7z')] },
  'theme-system': {
    paths: [rectangle({ x: 3, y: 4, width: 14, height: 9.5, radius: 1.6 }), line('M10 13.5v3M7 16.5h6')],
  },
  export: { paths: [line(`M10 12.5V3M6.6 6.2 10 2.8l3.4 3.4${TRAY}`)] },
  import: { paths: [line(`M10 3v9.5M6.6 9.3l3.4 3.4 3.4-3.4${TRAY}`)] },
  open: {
    paths: [line('M2.8 15.5v-10A1.5 1.5 0 0 1 4.3 4h3.4l1.8 2h5.2a1.5 1.5 0 0 1 1.5 1.5V9M2.8 15.5 5 9h13l-2.2 6.5z')],
  },
  file: {
    paths: [
      line('M5 2.8h6.5L15.5 7v8.7a1.5 1.5 0 0 1-1.5 1.5H5.5A1.5 1.5 0 0 1 4 15.7V3.8a1 1 0 0 1 1-1zM11.2 3v4.2h4.2'),
    ],
  },
  save: {
    paths: [
      line('M3.5 5A1.5 1.5 0 0 1 5 3.5h8.2l3.3 3.3V15a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15z'),
      line('M6.8 3.7v3.5h5.4V3.7M6.8 16.3v-4.8h6.4v4.8'),
    ],
  },
  picture: {
    paths: [
      rectangle({ x: 3, y: 4, width: 14, height: 12, radius: 2 }),
      circle([7, 8], 1.3),
      line('M3.4 14.2 8 10.4l3 2.6 2.4-2 3.3 2.8'),
    ],
  },
  terminal: {
    paths: [
      rectangle({ x: 3, y: 4, width: 14, height: 12, radius: 2 }),
      line('M6.2 7.8 8.6 10l-2.4 2.2M10.4 12.6h3.2'),
    ],
  },
  copy: { paths: [rectangle({ x: 7, y: 7, width: 9.5, height: 9.5, radius: 1.8 }), line(SHEET_BEHIND)] },
  duplicate: {
    paths: [
      rectangle({ x: 7, y: 7, width: 9.5, height: 9.5, radius: 1.8 }),
      line(SHEET_BEHIND),
      line('M11.75 9.7v4.1M9.7 11.75h4.1', { width: 1.3 }),
    ],
  },
  paste: {
    paths: [
      line(
        'M7.5 4.3H6A1.5 1.5 0 0 0 4.5 5.8v9.7A1.5 1.5 0 0 0 6 17h8a1.5 1.5 0 0 0 1.5-1.5V5.8A1.5 1.5 0 0 0 14 4.3h-1.5',
      ),
      rectangle({ x: 7.5, y: 2.8, width: 5, height: 3, radius: 1 }),
    ],
  },
  trash: {
    paths: [
      line('M3.8 5.5h12.4M7.8 5.3V4a1.2 1.2 0 0 1 1.2-1.2h2A1.2 1.2 0 0 1 12.2 4v1.3'),
      line('M5.4 5.7l.6 9.9A1.5 1.5 0 0 0 7.5 17h5a1.5 1.5 0 0 0 1.5-1.4l.6-9.9M8.4 8.8v4.8M11.6 8.8v4.8'),
    ],
  },
  edit: {
    paths: [
      line('M4 16l.8-3.4 8.3-8.3a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1l-8.3 8.3z'),
      line('M11.6 5.8l2.6 2.6'),
    ],
  },
  fix: {
    paths: [
      line(
        'M16.6 6.2l-2.6 2.6-2.3-.6-.6-2.3 2.6-2.6a4.2 4.2 0 0 0-5.2 5.3l-4.9 4.9a1.95 1.95 0 0 0 2.8 2.8l4.9-4.9a4.2 4.2 0 0 0 5.3-5.2z',
      ),
    ],
  },
  refresh: { paths: [line('M16.3 10.4a6.3 6.3 0 1 1-1.7-4.7L16.5 7.4M16.5 3.6v3.8h-3.8')] },
  clock: { paths: [ROUND, line('M10 6v4.2l2.8 1.7')] },
  info: { paths: [ROUND, line('M10 9.6v4'), dot([10, 6.8], 1)] },
  help: {
    paths: [ROUND, line('M7.9 8.2c.2-2.6 4.2-2.5 4.2 0 0 1.6-2.1 1.7-2.1 3.3'), dot([10, 13.9], 1)],
  },
  link: {
    paths: [
      line('M8.5 4.5h-3A1.5 1.5 0 0 0 4 6v8.5A1.5 1.5 0 0 0 5.5 16H14a1.5 1.5 0 0 0 1.5-1.5v-3'),
      line('M11.8 3.5h4.7v4.7M16.2 3.8 9.8 10.2'),
    ],
  },
  settings: {
    paths: [line('M3 6.2h6M13 6.2h4M3 13.8h3M10 13.8h7'), circle([11, 6.2], 2), circle([8, 13.8], 2)],
  },
} as const satisfies Readonly<Record<string, Glyph>>;
