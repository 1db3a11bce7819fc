import { formatCidr, readCidr, type Cidr4 } from '@core/address/cidr.ts';
import { formatIpv4 } from '@core/address/ipv4.ts';
import { asResourceId } from '@core/model/ids.ts';
import { mapSpace } from '@core/planning/space-map.ts';
import { planVpc } from '@core/planning/vpc-plan.ts';
import { DesignBuilder } from '@core/testing/design-builder.ts';
import { describe, expect, test } from 'vitest';
import { addressAt, blockForEdge, blockForMove, judgeDrag } from './drag-block.ts';

const block = (text: string): Cidr4 => {
  const read = readCidr(text);
  if (read?.family !== 4) throw new Error(text);
  return read;
};
const map = mapSpace(block('10.0.0.0/16'));

test.each([
  [0, 0, '10.0.0.0'],
  [0.5, 0, '10.0.8.0'],
  [0.25, 0.51, '10.0.132.0'],
  [1.2, 2, '10.0.255.255'],
  [-1, -1, '10.0.0.0'],
])('the address at %d, %d is %s', (x, y, address) => {
  expect(formatIpv4(addressAt(map, { x, y }))).toBe(address);
});

test.each([
  ['10.0.0.0/24', '10.0.0.255', '10.0.0.0/24'],
  ['10.0.0.0/24', '10.0.1.200', '10.0.0.0/23'],
  ['10.0.0.0/24', '10.0.0.120', '10.0.0.0/25'],
  ['10.0.0.0/24', '10.0.0.0', '10.0.0.0/28'],
  ['10.0.4.0/24', '10.0.200.0', '10.0.0.0/16'],
])('the edge of %s at %s makes %s', (from, to, wanted) => {
  expect(formatCidr(blockForEdge(block(from), block(`${to}/32`).first))).toBe(wanted);
});

test.each([
  ['10.0.4.0/24', 100, '10.0.4.0/24'],
  ['10.0.4.0/24', 200, '10.0.5.0/24'],
  ['10.0.4.0/22', -1024, '10.0.0.0/22'],
])('%s moved by %d addresses is %s', (from, by, wanted) => {
  expect(formatCidr(blockForMove(block(from), by))).toBe(wanted);
});

describe('what letting go would do', () => {
  const design = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('web', { vpc: 'vpc-1', cidr: '10.0.0.0/24' }).subnet('app', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }).build();
  const web = planVpc(design, asResourceId('vpc-1'))?.subnets[0];
  test.each([
    ['10.0.0.0/23', true, 'Change web to 10.0.0.0/23: 507 usable.'],
    ['10.0.0.0/22', false, '10.0.0.0/22 overlaps app (10.0.2.0/24); subnets of a VPC do not overlap.'],
    ['10.0.0.0/24', false, 'web stays 10.0.0.0/24.'],
  ])('with %s', (cidr, ok, sentence) => {
    expect(web && judgeDrag(design, web, block(cidr))).toMatchObject({ ok, sentence });
  });
});
