import { expect, test } from 'vitest';
import { readCidr, type Cidr4 } from '../address/cidr.ts';
import type { OtherNetwork } from './forecast.ts';
import { judgeOverlaps } from './judge-overlaps.ts';

const block = (text: string): Cidr4 => {
  const read = readCidr(text);
  if (read?.family !== 4) throw new Error(text);
  return read;
};
const others: readonly OtherNetwork[] = [
  ['hq', '10.0.0.0/12'],
  ['data', '10.16.0.0/16'],
  ['Docker default', '172.17.0.0/16'],
  ['a', '192.168.0.0/24'],
  ['b', '192.168.1.0/24'],
  ['c', '192.168.2.0/24'],
  ['d', '192.168.3.0/24'],
].map(([name = '', cidr = '']) => ({ key: name, name, block: block(cidr), kind: 'peer' }));

test.each([
  ['10.17.0.0/16', undefined],
  ['10.0.0.0/16', { sentence: '10.0.0.0/16 overlaps hq (10.0.0.0/12); 10.17.0.0/16 is the nearest block of its size that fits all.', instead: '10.17.0.0/16' }],
  ['172.16.0.0/15', { sentence: '172.16.0.0/15 overlaps Docker default (172.17.0.0/16); 172.18.0.0/15 is the nearest block of its size that fits all.', instead: '172.18.0.0/15' }],
  ['192.168.0.0/16', { sentence: '192.168.0.0/16 overlaps a (192.168.0.0/24), b (192.168.1.0/24), c (192.168.2.0/24) and 1 more; 10.17.0.0/16 is the nearest block of its size that fits all.', instead: '10.17.0.0/16' }],
  ['10.0.0.0/8', { sentence: '10.0.0.0/8 overlaps hq (10.0.0.0/12) and data (10.16.0.0/16); no private /8 is free of all.', instead: undefined }],
])('%s', (cidr, wanted) => {
  expect(judgeOverlaps(others, block(cidr))).toEqual(wanted);
});
