import { describe, expect, test } from 'vitest';
import { explainInstanceType, maximumNetworkInterfaces } from './instance-types.ts';

describe('the anatomy of an instance type', () => {
  test.each([
    ['t3.micro', 't', 3, [], 'micro'],
    ['c7gn.xlarge', 'c', 7, ['g', 'n'], 'xlarge'],
    ['m7i-flex.large', 'm', 7, ['i', 'flex'], 'large'],
    ['r5.metal', 'r', 5, [], 'metal'],
    ['x2iedn.32xlarge', 'x', 2, ['i', 'e', 'd', 'n'], '32xlarge'],
    ['im4gn.4xlarge', 'im', 4, ['g', 'n'], '4xlarge'],
    ['hpc7g.16xlarge', 'hpc', 7, ['g'], '16xlarge'],
    ['u-6tb1.112xlarge', 'u', undefined, ['6tb1'], '112xlarge'],
    ['u7in-24tb.224xlarge', 'u', 7, ['i', 'n', '24tb'], '224xlarge'],
    ['mac2-m2pro.metal', 'mac', 2, ['m2pro'], 'metal'],
    ['mac-m4.metal', 'mac', undefined, ['m4'], 'metal'],
    ['m7i.metal-24xl', 'm', 7, ['i'], 'metal-24xl'],
    ['db.t3.micro', 't', 3, [], 'micro'],
    ['T3.Micro', 't', 3, [], 'micro'],
    ['q9z.large', 'q', 9, ['z'], 'large'],
  ])('%s', (...[type, family, generation, letters, size]) => {
    const anatomy = explainInstanceType(type);
    expect(anatomy?.family).toBe(family);
    expect(anatomy?.generation).toBe(generation);
    expect(anatomy?.attributes.map((attribute) => attribute.letters)).toEqual(letters);
    expect(anatomy?.size).toBe(size);
  });

  test.each(['', 't3', 'micro', '.micro', 't3.', 't3 micro', '3t.micro', 't3.micro.x'])('"%s" is no instance type', (type) => {
    expect(explainInstanceType(type)).toBeUndefined();
  });

  test.each([
    ['t3.micro', 'T is burstable performance; 3rd generation; micro: the second smallest size.'],
    ['m6g.2xlarge', 'M is general purpose; 6th generation; g: AWS Graviton (Arm) processors; 2xlarge: 2 times xlarge, usually 8 vCPUs.'],
    ['u-6tb1.metal', 'U is high memory; 6tb1: 6 TiB of memory; metal: the whole machine without a hypervisor.'],
    ['q1.odd', 'Q is a family this list does not know; 1st generation; odd: size odd.'],
  ])('%s in words', (type, summary) => {
    expect(explainInstanceType(type)?.summary).toBe(summary);
  });
});

/** Values of AWS's page on network interfaces per instance type. */
describe('the most network interfaces', () => {
  test.each([
    ['t2.micro', 2],
    ['t3.medium', 3],
    ['t3.xlarge', 4],
    ['m5.large', 3],
    ['m5.24xlarge', 15],
    ['c5.9xlarge', 8],
    ['m7g.medium', 2],
    ['r6i.metal', 15],
    ['T3.Micro', 2],
    ['m5.medium', undefined],
    ['zz9.large', undefined],
    ['', undefined],
    ['m5.constructor', undefined],
  ])('of %s: %s', (type, expected) => {
    expect(maximumNetworkInterfaces(type)).toBe(expected);
  });
});
