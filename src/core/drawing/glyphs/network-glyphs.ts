import { circle, dot, line, rectangle, ellipse } from './glyph.ts';
import type { Glyph } from './glyph.ts';

const ARCH = line('M4 16.5V9a6 6 0 0 1 12 0v7.5M2.5 16.5h3M14.5 16.5h3');

/** What a network is made of: places, gateways, links and rules. */
export const networkGlyphs = {
  region: { hue: 'region', paths: [circle([10, 10], 7, { dash: '1.2 2.5' }), dot([10, 10], 2)] },
  'availability-zone': {
    hue: 'region',
    paths: [rectangle({ x: 3, y: 4, width: 14, height: 12, radius: 2 }, { dash: '3 2.2' }), line('M7 8.2h6M7 11.8h6')],
  },
  vpc: {
    hue: 'net',
    paths: [
      rectangle({ x: 3, y: 3, width: 14, height: 14, radius: 3 }),
      dot([10, 7], 1.4),
      dot([7, 12.6], 1.4),
      dot([13, 12.6], 1.4),
      line('M9.4 8 7.6 11.6M10.6 8l1.8 3.6M8.4 12.6h3.2', { width: 1.2 }),
    ],
  },
  'subnet-public': {
    hue: 'public',
    paths: [line('M12 4H5a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-3'), line('M10.5 10 17 3.6M12.8 3.5H17v4.2')],
  },
  'subnet-private': {
    hue: 'private',
    paths: [rectangle({ x: 3, y: 4, width: 14, height: 12, radius: 2 }), circle([10, 9], 1.7), line('M10 10.7v2.3')],
  },
  'internet-gateway': {
    hue: 'net',
    paths: [ARCH, line('M6.8 12h6.4M8.6 10.2 6.8 12l1.8 1.8M11.4 10.2l1.8 1.8-1.8 1.8', { width: 1.3 })],
  },
  'egress-only-internet-gateway': {
    hue: 'net',
    paths: [ARCH, line('M6.8 10.2v3.6M6.8 12h6.4M11.4 10.2l1.8 1.8-1.8 1.8', { width: 1.3 })],
  },
  'nat-gateway': {
    hue: 'net',
    paths: [
      line('M2.8 4.5h2.4c2.3 0 2.6 5.5 5 5.5h6.6M2.8 15.5h2.4c2.3 0 2.6-5.5 5-5.5M2.8 10h7'),
      line('M14 7l3 3-3 3'),
    ],
  },
  'virtual-private-gateway': {
    hue: 'net',
    paths: [ARCH, circle([10, 9.6], 1.8), line('M10 11.4v4M10 13.6h1.6', { width: 1.3 })],
  },
  'customer-gateway': {
    hue: 'net',
    paths: [
      line('M3.5 16.5v-11l6-2.5v13.5M2.5 16.5h8'),
      line('M6.5 8v.1M6.5 11v.1', { width: 1.8 }),
      line('M12.5 11h5M15.4 8.8l2.2 2.2-2.2 2.2'),
    ],
  },
  'transit-gateway': {
    hue: 'net',
    paths: [
      circle([10, 10], 2.6),
      line('M8.1 8.1 5.4 5.4M11.9 8.1l2.7-2.7M8.1 11.9l-2.7 2.7M11.9 11.9l2.7 2.7'),
      dot([4.3, 4.3], 1.7),
      dot([15.7, 4.3], 1.7),
      dot([4.3, 15.7], 1.7),
      dot([15.7, 15.7], 1.7),
    ],
  },
  'vpn-connection': {
    hue: 'net',
    paths: [
      line('M3 13.5a7 7 0 0 1 14 0'),
      line('M6.2 13.5a3.8 3.8 0 0 1 7.6 0'),
      line('M1.8 16.5h16.4'),
      dot([10, 13.6], 1.1),
    ],
  },
  'direct-connect': {
    hue: 'net',
    paths: [
      rectangle({ x: 2.5, y: 6, width: 4, height: 8, radius: 1.4 }),
      rectangle({ x: 13.5, y: 6, width: 4, height: 8, radius: 1.4 }),
      line('M6.5 8.6h7M6.5 11.4h7'),
    ],
  },
  'vpc-peering-connection': {
    hue: 'net',
    paths: [
      rectangle({ x: 2.5, y: 6, width: 8.5, height: 8.5, radius: 2 }),
      rectangle({ x: 9, y: 6, width: 8.5, height: 8.5, radius: 2 }),
    ],
  },
  'vpc-endpoint': {
    hue: 'net',
    paths: [line('M2.5 10h4M6.5 6.5h2.2a3.5 3.5 0 0 1 0 7H6.5zM12.2 8.5h3M12.2 11.5h3'), dot([17, 10], 1)],
  },
  'load-balancer': {
    hue: 'net',
    paths: [
      circle([4.6, 10], 1.9),
      circle([15.4, 4.6], 1.7),
      circle([15.4, 10], 1.7),
      circle([15.4, 15.4], 1.7),
      line('M6.5 10h7.2M6.3 9c3 0 3.5-4.2 7.4-4.4M6.3 11c3 0 3.5 4.2 7.4 4.4'),
    ],
  },
  'route-table': {
    hue: 'net',
    paths: [line('M4 17V3M4 4.5h8.5l2.5 2-2.5 2H4M4 11h6.5l2.3 1.8-2.3 1.9H4')],
  },
  'network-acl': {
    hue: 'net',
    paths: [line('M3 5h8M3 10h8M3 15h8'), line('M15 3v4.2M15 12.8V17'), line('M13 10h4', { width: 2 })],
  },
  'security-group': {
    hue: 'sg',
    paths: [
      line('M10 2.8 16 5v4.6c0 3.6-2.4 6-6 7.6-3.6-1.6-6-4-6-7.6V5z'),
      line('M7.4 9.8h5.2M10 7.2v5.2', { width: 1.3 }),
    ],
  },
  'prefix-list': {
    hue: 'net',
    paths: [line('M8.5 5H17M8.5 10H17M8.5 15H17'), line('M3.2 6.7 5.2 3.3M3.2 11.7l2-3.4M3.2 16.7l2-3.4')],
  },
  internet: {
    hue: 'outside',
    paths: [circle([10, 10], 7), ellipse({ x: 10, y: 10, rx: 3, ry: 7 }), line('M3.4 7.8h13.2M3.4 12.2h13.2')],
  },
  'on-premises-network': {
    hue: 'outside',
    paths: [line('M3 16.5h14M4.5 16.5v-12h7v12M11.5 8.5h4v8'), line('M7 7.5h2M7 10.2h2M7 12.9h2', { width: 1.3 })],
  },
} as const satisfies Readonly<Record<string, Glyph>>;
