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

test('a VPC is attached to a transit gateway, two of these are peered, and Direct Connect joins its ends', () => {
  const design = drawDesign([
    ['region', 'us-east-1'],
    ['vpc', 'app', 'us-east-1'],
    ['subnet', 'app-a', 'app'],
    ['transit-gateway', 'hub', 'us-east-1'],
    ['transit-gateway', 'far', 'us-east-1'],
    ['direct-connect-gateway', 'line'],
    ['on-premises-network', 'office'],
    ['customer-gateway', 'cgw', 'office'],
  ]);
  const said = (from: string, to: string): string => {
    const connection = connect(design, from, to);
    return connection.kind === 'edit' && connection.result.ok ? connection.result.said : '';
  };
  expect(said('app', 'hub')).toBe('Attach app to hub');
  expect(said('hub', 'app')).toBe('Attach app to hub');
  expect(said('hub', 'far')).toBe('Peer hub with far');
  expect(said('hub', 'line')).toBe('Associate line with hub');
  expect(said('office', 'line')).toBe('Join office with line by Direct Connect');
  expect(said('cgw', 'hub')).toContain('Join hub with cgw');
});
