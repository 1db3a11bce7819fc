import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressCount, contains, formatCidr, overlaps, readCidr, type Cidr4 } from '../address/cidr.ts';
import { addDeclaredRange } from '../editing/declared-ranges.ts';
import type { EditResult } from '../editing/edit-result.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import { after } from '../editing/designs-for-tests.ts';
import { subnetsOf } from '../editing/members.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { blockThatFitsAll, forecastOverlaps, listOtherNetworks } from './forecast.ts';
import { readRanges } from './read-ranges.ts';
import { createSubnetAt, joinSubnet, splitSubnet } from './reshape-subnets.ts';
import { mapSpace, placeOnMap } from './space-map.ts';
import { createTiers, layOutTiers, type TierRequest } from './tier-layout.ts';
import { planVpc } from './vpc-plan.ts';
import { writePlanCsv, writePlanMarkdown } from './write-plan.ts';

const VPC = asResourceId('vpc-1');
const random = repeatableNumbers(3);
const block = (text: string): Cidr4 => {
  const read = readCidr(text);
  if (read?.family !== 4) throw new Error(text);
  return read;
};

/** web in 10.0.0.0/24, app in 10.0.1.0/24 with one machine, data in 10.0.4.0/22. */
const design = (): Design =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('web', { vpc: 'vpc-1', cidr: '10.0.0.0/24' })
    .subnet('app', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .subnet('data', { vpc: 'vpc-1', cidr: '10.0.4.0/22', zone: 'us-east-1b' })
    .group('sg-1', 'vpc-1', { inbound: [] })
    .instance('i-1', { subnet: 'app', address: '10.0.1.200', groups: ['sg-1'] })
    .build();

const cidrsOfSubnets = (of: Design): readonly string[] => subnetsOf(of, VPC).map(({ value }) => `${value.name} ${value.cidr ?? ''}`);

describe('the plan of a VPC', () => {
  test('counts what is allocated and what is free', () => {
    const plan = planVpc(design(), VPC);
    expect(plan).toMatchObject({ total: 65_536, allocated: 256 + 256 + 1024, free: 65_536 - 1536 });
    expect(plan?.subnets.map(({ name, used, usable }) => [name, used, usable])).toEqual([
      ['web', 0, 251],
      ['app', 1, 251],
      ['data', 0, 1019],
    ]);
  });

  test('says free addresses in a row as one range, and as aligned blocks', () => {
    const plan = planVpc(design(), VPC);
    expect(plan?.ranges).toEqual([
      { first: '10.0.2.0', last: '10.0.3.255', addresses: 512, largest: 23 },
      { first: '10.0.8.0', last: '10.0.255.255', addresses: 63_488, largest: 17 },
    ]);
    expect(plan?.gaps.map(formatCidr)).toEqual(['10.0.2.0/23', '10.0.8.0/21', '10.0.16.0/20', '10.0.32.0/19', '10.0.64.0/18', '10.0.128.0/17']);
  });

  test('is written as Markdown and as CSV that a spreadsheet reads', () => {
    const plan = planVpc({ ...design(), name: 'x' }, VPC);
    if (!plan) throw new Error('no plan');
    expect(writePlanMarkdown(plan)).toContain('| app | 10.0.1.0/24 | us-east-1a | private | 10.0.1.0 | 10.0.1.255 | 256 | 251 | 1 |');
    const csv = writePlanCsv([{ ...plan, name: '=1+1, "x"' }]).split('\r\n');
    expect(csv[0]).toBe('VPC,Subnet,CIDR,Availability Zone,Kind,First,Last,Addresses,Usable,Used');
    expect(csv[1]).toBe('"\'=1+1, ""x""",web,10.0.0.0/24,us-east-1a,private,10.0.0.0,10.0.0.255,256,251,0');
  });
});

describe('the map', () => {
  const map = mapSpace(block('10.0.0.0/16'));
  test.each([
    ['10.0.0.0/24', { row: 0, rows: 1, start: 0, width: 1 / 16 }],
    ['10.0.2.0/23', { row: 0, rows: 1, start: 2 / 16, width: 2 / 16 }],
    ['10.0.24.0/21', { row: 1, rows: 1, start: 0.5, width: 0.5 }],
    ['10.0.128.0/18', { row: 8, rows: 4, start: 0, width: 1 }],
    ['10.0.0.0/8', { row: 0, rows: 16, start: 0, width: 1 }],
    ['10.1.0.0/16', undefined],
  ])('%s', (cidr, place) => {
    expect(placeOnMap(map, block(cidr))).toEqual(place);
  });

  test('of a small block has cells of one address at the least', () => {
    expect(mapSpace(block('10.0.0.0/28'))).toMatchObject({ rowPrefix: 32, cellPrefix: 32 });
  });
});

describe('a split', () => {
  test.each([
    [25, ['web 10.0.0.0/24', 'data 10.0.4.0/22', 'app 10.0.1.128/25', 'app-1 10.0.1.0/25']],
    [26, ['web 10.0.0.0/24', 'data 10.0.4.0/22', 'app 10.0.1.192/26', 'app-1 10.0.1.0/26', 'app-2 10.0.1.64/26', 'app-3 10.0.1.128/26']],
  ])('into /%i keeps the piece that holds the addresses', (prefixLength, wanted) => {
    const start = design();
    expect([...cidrsOfSubnets(after(start, splitSubnet(start, { subnet: asResourceId('app'), prefixLength, random })))].sort()).toEqual([...wanted].sort());
  });

  test.each([
    [24, 'app is a /24; split it into blocks with a longer prefix.'],
    [29, 'AWS allows no subnet smaller than /28, so app cannot be split into /29.'],
  ])('into /%i is refused', (prefixLength, refused) => {
    expect(splitSubnet(design(), { subnet: asResourceId('app'), prefixLength, random })).toEqual({ ok: false, refused });
  });
});

describe('a join', () => {
  test('takes the empty other half', () => {
    const start = design();
    const result = joinSubnet(start, { subnet: asResourceId('app'), random });
    expect(result).toMatchObject({ said: 'Join web to app as 10.0.0.0/23' });
    expect(cidrsOfSubnets(after(start, result))).toEqual(['app 10.0.0.0/23', 'data 10.0.4.0/22']);
  });
  test('grows over free addresses', () => {
    const start = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('data', { vpc: 'vpc-1', cidr: '10.0.4.0/22' }).build();
    expect(cidrsOfSubnets(after(start, joinSubnet(start, { subnet: asResourceId('data'), random })))).toEqual(['data 10.0.0.0/21']);
  });
  test('is refused over a subnet that holds addresses', () => {
    expect(joinSubnet(design(), { subnet: asResourceId('web'), random })).toEqual({ ok: false, refused: 'app holds addresses; move what stands in it before it is joined.' });
  });
  test('is refused over several subnets', () => {
    expect(joinSubnet(design(), { subnet: asResourceId('data'), random })).toEqual({ ok: false, refused: 'The other half of 10.0.0.0/21 is divided among 2 subnets; join those first.' });
  });
});

describe('a subnet of a chosen block', () => {
  const at = (cidr: string): EditResult => createSubnetAt(design(), { vpc: VPC, zone: 'us-east-1a', cidr, name: 'new', random });
  test('is made where it is free', () => {
    expect(cidrsOfSubnets(after(design(), at('10.0.2.0/23')))).toContain('new 10.0.2.0/23');
  });
  test.each([
    ['10.0.0.0/23', '10.0.0.0/23 overlaps web (10.0.0.0/24); subnets of a VPC do not overlap.'],
    ['10.1.0.0/24', '10.1.0.0/24 lies in no block of vpc-1 (10.0.0.0/16).'],
    ['ten', 'ten is no IPv4 block.'],
  ])('%s is refused', (cidr, refused) => {
    expect(at(cidr)).toEqual({ ok: false, refused });
  });
});

describe('tiers', () => {
  const request = (given: Partial<TierRequest> = {}): TierRequest => ({
    zones: ['us-east-1a', 'us-east-1b', 'us-east-1c', 'us-east-1d'],
    tiers: [
      { name: 'public', prefixLength: 24, isPublic: true },
      { name: 'app', prefixLength: 22, isPublic: false },
      { name: 'data', prefixLength: 24, isPublic: false },
    ],
    roomToDouble: false,
    ...given,
  });
  const empty = { within: [block('10.0.0.0/16')], taken: [] };
  const summaries = (given: Partial<TierRequest>): readonly string[] => {
    const planned = layOutTiers(empty, request(given));
    return planned.ok ? planned.value.map(({ tier, summary }) => `${tier.name} ${formatCidr(summary)}`) : [planned.problem.message];
  };

  test('the largest first, each in one block', () => {
    expect(summaries({})).toEqual(['public 10.0.16.0/22', 'app 10.0.0.0/20', 'data 10.0.20.0/22']);
  });
  test('with room to double stand twice as far apart', () => {
    expect(summaries({ roomToDouble: true })).toEqual(['public 10.0.32.0/22', 'app 10.0.0.0/20', 'data 10.0.40.0/22']);
  });
  test('of three zones leave the place of a fourth', () => {
    expect(summaries({ zones: ['a', 'b', 'c'] })).toEqual(['public 10.0.16.0/22', 'app 10.0.0.0/20', 'data 10.0.20.0/22']);
  });
  test.each<[string, Partial<TierRequest>, string]>([
    ['no zone', { zones: [] }, 'Choose at least one Availability Zone.'],
    ['no tier', { tiers: [] }, 'Name at least one tier, such as app /22.'],
    ['a size AWS refuses', { tiers: [{ name: 'app', prefixLength: 29, isPublic: false }] }, 'app cannot be /29: AWS allows subnets of /16 to /28.'],
    ['too much', { tiers: [{ name: 'app', prefixLength: 17, isPublic: false }] }, '4 subnets of /17 for app do not fit into one free block; choose smaller subnets, fewer zones or a further block of the VPC.'],
  ])('%s is refused', (_what, given, message) => {
    expect(summaries(given)).toEqual([message]);
  });

  test('are drawn in one step, beside what is there', () => {
    const start = design();
    const made = after(start, createTiers(start, { vpc: VPC, request: request({ zones: ['us-east-1a', 'us-east-1b'] }), random }));
    expect(cidrsOfSubnets(made)).toEqual(expect.arrayContaining(['app-a 10.0.8.0/22', 'app-b 10.0.12.0/22', 'public-a 10.0.2.0/24', 'public-b 10.0.3.0/24', 'data-a 10.0.16.0/24', 'data-b 10.0.17.0/24']));
  });

  test('never overlap each other or what is taken, lie in the VPC and in the block that summarises them', () => {
    const tier = fc.record({ name: fc.constantFrom('a', 'b', 'c'), prefixLength: fc.integer({ min: 20, max: 28 }), isPublic: fc.boolean() });
    const taken = fc.array(fc.integer({ min: 0, max: 255 }).map((third) => block(`10.0.${third}.0/24`)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(tier, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 4 }), taken, fc.boolean(), (tiers, zones, held, roomToDouble) => {
        const planned = layOutTiers({ within: empty.within, taken: held }, { tiers, zones: Array.from({ length: zones }, (_, index) => `zone-${index}`), roomToDouble });
        if (!planned.ok) return;
        const blocks = planned.value.flatMap(({ subnets, summary }) => subnets.map((subnet) => ({ ...subnet, summary })));
        expect(blocks).toHaveLength(tiers.length * zones);
        blocks.forEach(({ block: one, summary }, index) => {
          expect(contains(block('10.0.0.0/16'), one) && contains(summary, one)).toBe(true);
          expect(held.filter((other) => overlaps(other, one))).toEqual([]);
          expect(blocks.slice(index + 1).filter(({ block: other }) => overlaps(other, one))).toEqual([]);
        });
      }),
    );
  });
});

describe('a forecast', () => {
  const declared = (cidr: string): Design => {
    const start = design();
    return after(start, addDeclaredRange(start, { name: 'data-platform', cidr, kind: 'peer' }));
  };
  test.each([
    ['10.0.128.0/18', 'data-platform (10.0.128.0/18) overlaps 10.0.0.0/16, so AWS refuses the peering; 10.1.0.0/18 is free of all others.'],
    ['10.1.0.0/16', 'data-platform (10.1.0.0/16) is clear.'],
  ])('of a peer with %s', (cidr, sentence) => {
    const planned = declared(cidr);
    expect(forecastOverlaps(listOtherNetworks(planned, VPC), [block('10.0.0.0/16')])[0]?.sentence).toBe(sentence);
  });
  test('names Docker’s own range', () => {
    const [docker] = forecastOverlaps(listOtherNetworks(design(), VPC), [block('172.17.0.0/16')]).filter(({ meets }) => meets !== undefined);
    expect(docker?.sentence).toMatch(/^Docker default \(172\.17\.0\.0\/16\) overlaps 172\.17\.0\.0\/16: hosts that use it reach nothing there;/);
  });
  test('says which block of the VPC’s size fits all', () => {
    const others = listOtherNetworks(declared('10.0.128.0/18'), VPC);
    expect(blockThatFitsAll(others, block('10.0.0.0/16'))).toBe('10.1.0.0/16');
    expect(blockThatFitsAll(others, block('10.2.0.0/16'))).toBeUndefined();
  });
  test('what fits overlaps nothing', () => {
    const anyBlock = fc.record({ second: fc.integer({ min: 0, max: 255 }), prefixLength: fc.integer({ min: 9, max: 20 }) }).map(({ second, prefixLength }) => block(`10.${second}.0.0/${prefixLength}`));
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), anyBlock, (blocks, own) => {
        const others = blocks.map((other, index) => ({ key: String(index), name: String(index), block: other, kind: 'peer' as const }));
        const free = blockThatFitsAll(others, own);
        if (free === undefined) return;
        expect(addressCount(block(free))).toBe(addressCount(own));
        expect(blocks.filter((other) => overlaps(other, block(free)))).toEqual([]);
      }),
    );
  });
});

test.each<[string, string, readonly unknown[], readonly string[]]>([
  ['a list', 'hq 10.8.0.0/14\n10.20.0.1/16', [{ name: 'hq', cidr: '10.8.0.0/14', kind: 'partner' }, { name: '10.20.0.0/16', cidr: '10.20.0.0/16', kind: 'partner' }], []],
  ['CSV with a head', 'name,block,kind\r\n"data platform",10.9.0.0/16,Peer\r\n', [{ name: 'data platform', cidr: '10.9.0.0/16', kind: 'peer' }], []],
  ['a network that is called what it is', 'partner,10.9.0.0/16', [{ name: 'partner', cidr: '10.9.0.0/16', kind: 'partner' }], []],
  ['an address alone', '# partners\nvpn;203.0.113.9', [{ name: 'vpn', cidr: '203.0.113.9/32', kind: 'partner' }], []],
  ['what is no block', '10.0.0.0/16 ok\nnothing here', [{ name: 'ok', cidr: '10.0.0.0/16', kind: 'partner' }], ['Line 2 names no block: nothing here']],
])('%s of ranges is read', (_what, text, ranges, problems) => {
  expect(readRanges(text)).toEqual({ ranges, problems });
});

test('a declared block has its host bits cleared, and is declared once', () => {
  const start = design();
  const range = { name: ' hq ', cidr: '10.8.1.1/14', kind: 'on-premises' } as const;
  const once = after(start, addDeclaredRange(start, range));
  expect(Object.values(once.declaredRanges ?? {})).toEqual([{ name: 'hq', cidr: '10.8.0.0/14', kind: 'on-premises' }]);
  expect(addDeclaredRange(once, range)).toEqual({ ok: false, refused: 'hq (10.8.0.0/14) is declared already.' });
});
