import { circle, dot, ellipse, line, rectangle } from './glyph.ts';
import type { Glyph } from './glyph.ts';

const CYLINDER_TOP = ellipse({ x: 10, y: 5.2, rx: 6, ry: 2.4 });

/** What stands in a network or belongs to it: compute, data, addresses, permissions, notes. */
export const resourceGlyphs = {
  instance: {
    hue: 'compute',
    paths: [
      rectangle({ x: 3.5, y: 3.5, width: 13, height: 5.6, radius: 1.6 }),
      rectangle({ x: 3.5, y: 10.9, width: 13, height: 5.6, radius: 1.6 }),
      line('M9.5 6.3h4M9.5 13.7h4'),
      dot([6.5, 6.3], 1),
      dot([6.5, 13.7], 1),
    ],
  },
  function: {
    hue: 'compute',
    paths: [
      rectangle({ x: 3, y: 3, width: 14, height: 14, radius: 3 }),
      line('M7.6 6.4h.6c.7 0 1 .3 1.3 1l2.3 5.2c.3.7.6 1 1.2 1h.4M9.6 9.2 7 13.6'),
    ],
  },
  'db-instance': {
    hue: 'db',
    paths: [CYLINDER_TOP, line('M4 5.2v9.6c0 1.3 2.7 2.4 6 2.4s6-1.1 6-2.4V5.2M4 10c0 1.3 2.7 2.4 6 2.4s6-1.1 6-2.4')],
  },
  'db-standby': {
    hue: 'db',
    paths: [
      CYLINDER_TOP,
      line('M4 5.2v9.6c0 1.3 2.7 2.4 6 2.4s6-1.1 6-2.4V5.2', { dash: '2.4 1.9' }),
      line('M8.4 9.2v3.6M11.6 9.2v3.6'),
    ],
  },
  'db-subnet-group': {
    hue: 'db',
    paths: [
      rectangle({ x: 2.8, y: 2.8, width: 14.4, height: 14.4, radius: 2.4 }, { dash: '2.6 2.2' }),
      ellipse({ x: 10, y: 7.4, rx: 3.4, ry: 1.4 }),
      line('M6.6 7.4v5.2c0 .8 1.5 1.4 3.4 1.4s3.4-.6 3.4-1.4V7.4'),
    ],
  },
  cache: {
    hue: 'db',
    paths: [rectangle({ x: 3, y: 3, width: 14, height: 14, radius: 3 }), line('M11 5.6 7 10.8h6l-4 3.8')],
  },
  'network-interface': {
    hue: 'net',
    paths: [
      rectangle({ x: 3, y: 4.5, width: 14, height: 8.5, radius: 1.6 }),
      line('M6 13v3.2M9 13v3.2M12 13v3.2M6.2 8.8h4'),
      dot([13.6, 8.8], 1.1),
    ],
  },
  'elastic-ip': {
    hue: 'compute',
    paths: [line('M3 10.6V4.5A1.5 1.5 0 0 1 4.5 3h6.1L17 9.4 9.4 17z'), dot([7, 7], 1.3)],
  },
  client: {
    hue: 'outside',
    paths: [rectangle({ x: 4, y: 4.5, width: 12, height: 8, radius: 1.4 }), line('M2.2 15.5h15.6')],
  },
  service: {
    hue: 'outside',
    paths: [line('M6.4 15.5a3.6 3.6 0 0 1-.5-7.2A4.8 4.8 0 0 1 15 8.6a3.5 3.5 0 0 1-.8 6.9z')],
  },
  role: {
    hue: 'outside',
    paths: [circle([7, 8], 3.6), line('M9.7 10.6 16.5 17M13.4 14.2l1.8-1.7M15.3 16l1.6-1.5')],
  },
  'user-data': {
    hue: 'outside',
    paths: [
      line('M5 2.8h7l3.5 3.5v9.4a1.5 1.5 0 0 1-1.5 1.5H5.5A1.5 1.5 0 0 1 4 15.7V3.8a1 1 0 0 1 1-1z'),
      line('M7 9l2 1.8L7 12.6M10.4 13h2.4'),
    ],
  },
  unmodelled: {
    hue: 'outside',
    paths: [
      line('M10 2.8 16.2 6.4v7.2L10 17.2l-6.2-3.6V6.4z', { dash: '2.6 2.2' }),
      line('M3.8 6.4 10 10l6.2-3.6M10 10v7.2'),
    ],
  },
  note: {
    hue: 'outside',
    paths: [
      line('M3.5 5A1.5 1.5 0 0 1 5 3.5h10A1.5 1.5 0 0 1 16.5 5v7l-4.5 4.5H5A1.5 1.5 0 0 1 3.5 15z'),
      line('M16.5 12H12v4.5M6.6 7.2h6.8M6.6 10.2h3.6'),
    ],
  },
} as const satisfies Readonly<Record<string, Glyph>>;
