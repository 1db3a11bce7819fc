import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plansShape } from '@core/reporters/json-shapes.ts';
import { openDesignFolder, runLine, type DesignFolder } from './testing/design-folder.ts';

let folder: DesignFolder;
let plan = '';
let crowded = '';

beforeAll(async () => {
  folder = await openDesignFolder();
  plan = await folder.putTemplate('three-tiers');
  const declaredRanges = { 'range-1': { name: 'data-platform', cidr: '10.0.128.0/18', kind: 'peer' as const } };
  crowded = await folder.put('crowded.vpc.json', JSON.stringify({ version: 1, name: 'crowded', declaredRanges, layout: {}, resources: { 'region-1': { kind: 'region', name: 'us-east-1', code: 'us-east-1' }, 'vpc-1': { kind: 'vpc', name: 'shop', region: 'region-1', cidr: '10.0.0.0/16', secondaryCidrs: {}, ipv6Cidrs: {}, enableDnsSupport: true, enableDnsHostnames: false, availabilityZones: [], mainRouteTable: 'rtb-1' } } }));
});
afterAll(() => folder.remove());

const fill = (word: string): string => ({ PLAN: plan, CROWDED: crowded })[word] ?? word;
const runPlan = (words: string): ReturnType<typeof runLine> => runLine(['plan', ...words.split(' ').map(fill)]);

test.each([
  ['PLAN', 0],
  ['PLAN --fail-on overlap', 0],
  ['CROWDED', 0],
  ['CROWDED --fail-on overlap', 1],
])('%s ends with %i', async (words, code) => {
  const ran = await runPlan(words);
  expect([ran.code, ran.error]).toEqual([code, '']);
});

test('text lists subnets and free blocks, and says what overlaps and what would fit', async () => {
  const { out } = await runPlan('CROWDED');
  expect(out).toContain('0 of 65,536 addresses are allocated, 65,536 are free.');
  expect(out).toMatch(/– +10\.0\.0\.0\/16 +– +free +10\.0\.0\.0 – 10\.0\.255\.255 +65,531\n/);
  expect(out).toContain('overlaps  data-platform (10.0.128.0/18) overlaps 10.0.0.0/16, so AWS refuses the peering; 10.1.0.0/18 is free of all others.');
  expect(out).toContain('10.1.0.0/16 is the nearest block of the size of 10.0.0.0/16 that fits all.');
});

test.each(['PLAN', 'CROWDED'])('JSON of %s has its public shape', async (path) => {
  const { out } = await runPlan(`${path} --format json`);
  expect(plansShape.safeParse(JSON.parse(out)).error).toBeUndefined();
});

test('CSV has one line for each subnet and each free block', async () => {
  const { out } = await runPlan('PLAN --format csv');
  const [head, ...lines] = out.trimEnd().split('\r\n');
  const [document] = plansShape.parse(JSON.parse((await runPlan('PLAN --format json')).out));
  expect(head).toMatch(/^VPC,Subnet,CIDR,/);
  expect(lines.filter((line) => !line.includes(',free,'))).toHaveLength(document?.subnets.length ?? 0);
});

test('Markdown has the table and the forecast', async () => {
  const { out } = await runPlan('CROWDED --format markdown');
  expect(out).toContain('## shop (10.0.0.0/16)\n');
  expect(out).toContain('\n- data-platform (10.0.128.0/18) overlaps 10.0.0.0/16');
});

describe('ranges of a file', () => {
  test('are kept apart from like declared ones', async () => {
    const partners = await folder.put('partners.csv', 'name,block\nacme,10.0.64.0/18\n');
    const ran = await runLine(['plan', plan, '--against', partners, '--fail-on', 'overlap']);
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('overlaps  acme (10.0.64.0/18) overlaps 10.0.0.0/16, so AWS refuses the peering;')]);
  });
  test.each([
    ['acme 10.0.0.0/40', 'Line 1'],
    ['# none', 'names no range; write one on each line'],
  ])('%j is refused', async (text, sentence) => {
    const ran = await runLine(['plan', plan, '--against', await folder.put('wrong.txt', text)]);
    expect([ran.code, ran.out, ran.error.includes(sentence)]).toEqual([2, '', true]);
  });
});

describe('one VPC', () => {
  test('is found by its name and by its id', async () => {
    expect((await runPlan('CROWDED --vpc shop')).out).toBe((await runPlan('CROWDED --vpc vpc-1')).out);
  });
  test('that is not there is refused', async () => {
    const ran = await runPlan('CROWDED --vpc web');
    expect([ran.code, ran.error]).toEqual([2, expect.stringContaining('"web" is no VPC of the design; name one of shop.')]);
  });
});
