import { describe, expect, test } from 'vitest';
import { drawDesign, keyOf } from '../testing/draw-design.ts';
import { findTaker } from './find-taker.ts';

const design = drawDesign([
  ['region', 'us-east-1'],
  ['vpc', 'app', 'us-east-1'],
  ['subnet', 'a', 'app'],
  ['instance', 'web', 'a'],
  ['security-group', 'web-sg', 'app'],
  ['vpc', 'other', 'us-east-1'],
  ['security-group', 'far-sg', 'other'],
  ['internet-gateway', 'igw', 'app'],
]);
const key = (name: string): string => keyOf(design, name);

describe('a drop on a card', () => {
  test.each([
    ['a group', 'web-sg', 'web', 'a', 'web', 'Give web-sg to web'],
    ['a group of another VPC, with its own reason', 'far-sg', 'web', 'a', 'web', 'far-sg belongs to other; it guards interfaces of that VPC only.'],
    ['a gateway, in the box around', 'igw', 'web', 'a', 'a', 'An internet gateway attaches to a VPC, not to subnet a.'],
    ['a machine, in the box around', 'web', 'igw', 'app', 'app', 'An instance runs in a subnet, not in VPC app.'],
  ])('of %s', (_what, dragged, own, around, container, words) => {
    const target = findTaker(design, { keys: [key(dragged)] }, { own: key(own), around: key(around) });
    expect(target.container).toBe(key(container));
    expect(target.judgement.ok ? target.judgement.effect : target.judgement.refused).toBe(words);
  });

  test('goes to the canvas where nothing is below', () => {
    expect(findTaker(design, { keys: [key('igw')] }, { own: undefined, around: undefined })).toEqual({ container: undefined, judgement: { ok: true, effect: 'Detach igw from app' } });
  });

  test('of a part that makes a group means the machine', () => {
    expect(findTaker(design, { part: 'security-group' }, { own: key('web'), around: key('a') }).container).toBe(key('web'));
  });
});
