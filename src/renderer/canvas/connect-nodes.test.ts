import type { Design } from '@core/model/design.ts';
import { expect, test } from 'vitest';
import { drawDesign, drawSmallNetwork, keyOf, repeatableRandom } from '../testing/draw-design.ts';
import { connectNodes, type Connection } from './connect-nodes.ts';

const connect = (design: Design, from: string, to: string): Connection => connectNodes(design, [keyOf(design, from), keyOf(design, to)], repeatableRandom());

test('two machines are asked about', () => {
  const design = drawSmallNetwork();
  expect(connect(design, 'web', 'db')).toEqual({ kind: 'question', from: keyOf(design, 'web'), to: keyOf(design, 'db') });
});

test('the two ends of a VPN get a connection, whichever is first', () => {
  const design = drawDesign([
    ['region', 'us-east-1'],
    ['vpc', 'app', 'us-east-1'],
    ['virtual-private-gateway', 'vgw', 'app'],
    ['on-premises-network', 'office'],
    ['customer-gateway', 'cgw', 'office'],
  ]);
  expect(connect(design, 'vgw', 'cgw')).toMatchObject({ kind: 'edit', result: { ok: true } });
  expect(connect(design, 'cgw', 'vgw')).toMatchObject({ kind: 'edit', result: { ok: true } });
});

test('a gateway and a VPC that has one are refused in a sentence', () => {
  const design = drawDesign([
    ['region', 'us-east-1'],
    ['vpc', 'app', 'us-east-1'],
    ['vpc', 'data', 'us-east-1'],
    ['internet-gateway', 'igw-app', 'app'],
    ['internet-gateway', 'igw-data', 'data'],
  ]);
  const connection = connect(design, 'igw-data', 'app');
  expect(connection.kind === 'edit' && !connection.result.ok && connection.result.refused).toContain('igw-app');
});

test('two VPCs are peered, and refused where they overlap', () => {
  const design = drawDesign([
    ['region', 'us-east-1'],
    ['vpc', 'app', 'us-east-1'],
    ['vpc', 'data', 'us-east-1'],
  ]);
  expect(connect(design, 'app', 'data')).toMatchObject({ kind: 'edit', result: { ok: true, said: 'Peer app with data' } });
  expect(connect(design, 'app', 'app')).toMatchObject({ kind: 'edit', result: { ok: false } });
});
