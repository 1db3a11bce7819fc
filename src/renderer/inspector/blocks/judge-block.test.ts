import { formatCidr } from '@core/address/cidr.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import { suggestSubnetCidrs } from '@core/editing/suggestions.ts';
import { asResourceId } from '@core/model/ids.ts';
import { openThreeTiers } from '@core/templates/three-tiers.ts';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../testing/draw-design.ts';
import { judgeBlock } from './judge-block.ts';

const design = openThreeTiers();
const subnet = asResourceId(keyOf(design, 'public-a'));
const vpc = asResourceId(keyOf(design, 'app'));

const judge = (typed: string) =>
  judgeBlock({
    typed,
    current: '10.0.0.0/23',
    attempt: (cidr) => setSubnetCidr(design, { subnet, cidr }),
    suggest: (prefixLength) => suggestSubnetCidrs(design, { vpc, besides: subnet, prefixLength }),
  });

describe('judgeBlock', () => {
  test.each([
    ['the block it has', '10.0.0.0/23', {}],
    ['the same block with host bits', '10.0.0.77/23', { warning: '10.0.0.77/23 has bits behind its prefix; AWS takes it as 10.0.0.0/23.' }],
    ['text that is no block', '10.0.0', { problem: '10.0.0 is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.' }],
    [
      'a block another subnet has',
      '10.0.16.0/23',
      { problem: '10.0.16.0/23 overlaps app-a (10.0.16.0/21); subnets of a VPC do not overlap.', instead: '10.0.4.0/23' },
    ],
    ['a block that is too small', '10.0.4.0/29', { problem: '10.0.4.0/29 has 8 addresses; a subnet has a block of /16 to /28.' }],
    ['a free block elsewhere', '10.0.4.0/23', { warning: 'This will renumber 2 addresses in it.' }],
  ])('%s', (_name, typed, expected) => {
    const { problem, warning, instead } = judge(typed);
    expect({ problem, warning, ...(instead === undefined ? {} : { instead }) }).toEqual({ problem: undefined, warning: undefined, ...expected });
  });

  test('clears host bits in what it shows', () => {
    const { cidr } = judge('10.0.4.9/23');
    expect(cidr && formatCidr(cidr)).toBe('10.0.4.0/23');
  });
});
