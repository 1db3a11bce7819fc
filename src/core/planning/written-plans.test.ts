import { describe, expect, test } from 'vitest';
import { formatCidr } from '../address/cidr.ts';
import { subnetsOf } from '../editing/members.ts';
import { after } from '../editing/designs-for-tests.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { giveIpv6Blocks, planIpv6 } from './ipv6-plan.ts';
import { nextFreeOf } from './next-free.ts';
import { readPlanCsv, takeOverPlan } from './read-plan.ts';
import { planVpc } from './vpc-plan.ts';
import { writePlanCsv } from './write-plan.ts';

const VPC = asResourceId('vpc-1');
const random = repeatableNumbers(5);
const design = (): Design =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('web', { vpc: 'vpc-1', cidr: '10.0.0.0/24' })
    .subnet('data', { vpc: 'vpc-1', cidr: '10.0.4.0/22', zone: 'us-east-1b' })
    .build();

const blocks = (of: Design): readonly string[] => subnetsOf(of, VPC).map(({ value }) => `${value.name} ${value.cidr ?? ''} ${value.availabilityZone}`);

describe('the next free block', () => {
  test.each([
    [24, '10.0.1.0/24'],
    [25, '10.0.1.0/25'],
    [23, '10.0.2.0/23'],
    [22, '10.0.8.0/22'],
    [17, '10.0.128.0/17'],
    [16, undefined],
  ])('of /%i lies in the smallest gap', (prefixLength, wanted) => {
    const free = nextFreeOf(planVpc(design(), VPC) ?? { gaps: [] }, prefixLength);
    expect(free && formatCidr(free)).toBe(wanted);
  });
});

describe('a plan from a spreadsheet', () => {
  test('is what was written before', () => {
    const plan = planVpc(design(), VPC);
    expect(readPlanCsv(writePlanCsv(plan ? [plan] : []))).toEqual({
      ok: true,
      value: [
        { name: 'web', cidr: '10.0.0.0/24', zone: 'us-east-1a' },
        { name: 'data', cidr: '10.0.4.0/22', zone: 'us-east-1b' },
      ],
    });
  });

  test.each([
    ['web;10.0.0.0/24', 'The first line names no columns Subnet and CIDR; write them as the head of the table.'],
    ['name,cidr\nweb,ten', 'Line 2: '],
  ])('%j is refused', (text, message) => {
    expect(readPlanCsv(text)).toMatchObject({ ok: false });
    const read = readPlanCsv(text);
    expect(read.ok ? '' : read.problem.message).toContain(message);
  });

  test('makes what is new and moves what is there, in one step', () => {
    const start = design();
    const read = readPlanCsv('Name\tBlock\tAZ\nweb\t10.0.2.0/24\tus-east-1a\n"app, one"\t10.0.0.7/24\tus-east-1b\n');
    if (!read.ok) throw new Error(read.problem.message);
    expect(blocks(after(start, takeOverPlan(start, { vpc: VPC, subnets: read.value, random })))).toEqual(expect.arrayContaining(['web 10.0.2.0/24 us-east-1a', 'app, one 10.0.0.0/24 us-east-1b', 'data 10.0.4.0/22 us-east-1b']));
  });

  test('that overlaps is refused whole', () => {
    const subnets = [{ name: 'app', cidr: '10.0.0.0/23', zone: 'us-east-1a' }];
    expect(takeOverPlan(design(), { vpc: VPC, subnets, random })).toEqual({ ok: false, refused: '10.0.0.0/23 overlaps web (10.0.0.0/24); subnets of a VPC do not overlap.' });
  });
});

describe('the IPv6 plan', () => {
  const dual = (): Design => {
    const start = design();
    const vpc = start.resources[VPC];
    if (vpc?.kind !== 'vpc') throw new Error('no VPC');
    return { ...start, resources: { ...start.resources, [VPC]: { ...vpc, ipv6Cidrs: { 'ipv6-1': { cidr: '2001:db8:1:ff00::/56' } } } } };
  };

  test('of a VPC without an IPv6 block is none', () => {
    expect(planIpv6(design(), VPC)).toBeUndefined();
  });

  test('gives each subnet the next free /64', () => {
    const start = dual();
    expect(planIpv6(start, VPC)).toMatchObject({ all: 256, taken: [], next: '2001:db8:1:ff00::/64' });
    const given = after(start, giveIpv6Blocks(start, { vpc: VPC }));
    expect(planIpv6(given, VPC)).toMatchObject({ without: [], next: '2001:db8:1:ff02::/64' });
    expect(giveIpv6Blocks(given, { vpc: VPC })).toEqual({ ok: false, refused: 'Every subnet of the VPC has an IPv6 block already.' });
  });
});
