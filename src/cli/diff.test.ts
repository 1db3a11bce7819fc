import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonShape } from '@core/reporters/json-shapes.ts';
import type { Design } from '@core/api/vocabulary.ts';
import { openDesignFolder, runLine, templateOf, textOf, type DesignFolder } from './testing/design-folder.ts';

let folder: DesignFolder;
let plan = '';
let moved = '';
let narrowed = '';
let opened = '';
let other = '';

const changeGroup = (design: Design, name: string, change: (inbound: Record<string, unknown>) => Record<string, unknown>): Design => ({
  ...design,
  resources: Object.fromEntries(
    Object.entries(design.resources).map(([id, resource]) => [id, resource.kind === 'security-group' && resource.name === name ? { ...resource, inbound: change(resource.inbound) as typeof resource.inbound } : resource]),
  ),
});

const ssh = { protocol: 'tcp', fromPort: 22, toPort: 22, peer: { cidr: '10.0.16.0/21' } };

beforeAll(async () => {
  folder = await openDesignFolder();
  const tiers = templateOf('three-tiers');
  plan = await folder.put('plan.vpc.json', textOf(tiers));
  moved = await folder.put('moved.vpc.json', textOf({ ...tiers, layout: {} }));
  opened = await folder.put('opened.vpc.json', textOf(changeGroup(tiers, 'app-sg', (inbound) => ({ ...inbound, more: ssh }))));
  narrowed = await folder.put('narrowed.vpc.json', textOf(changeGroup(tiers, 'web-sg', () => ({}))));
  const read = await runLine(['import', 'aws', await folder.put('vpcs.json', '{"Vpcs": [{"VpcId": "vpc-9", "CidrBlock": "10.9.0.0/16"}]}'), '-o', folder.path('other.vpc.json')]);
  expect(read.error).not.toContain('reachable:');
  other = folder.path('other.vpc.json');
});
afterAll(() => folder.remove());

const fill = (word: string): string => ({ PLAN: plan, MOVED: moved, OPENED: opened, NARROWED: narrowed, OTHER: other })[word] ?? word;

describe('exit codes', () => {
  test.each([
    ['PLAN PLAN', 0],
    ['PLAN OPENED', 0],
    ['PLAN MOVED --fail-on any', 0],
    ['PLAN OPENED --fail-on any', 1],
    ['PLAN OPENED --fail-on opened', 1],
    ['OPENED PLAN --fail-on opened', 0],
    ['PLAN NARROWED --fail-on opened', 0],
    ['PLAN NARROWED --fail-on any', 1],
    ['PLAN OTHER --fail-on any', 1],
  ])('%s ends with %i', async (words, code) => {
    const ran = await runLine(['diff', ...words.split(' ').map(fill)]);
    expect([ran.code, ran.error]).toEqual([code, '']);
  });
});

test('text names the resource, the rule and what opens', async () => {
  const { out } = await runLine(['diff', plan, opened]);
  expect(out).toMatch(/^Security groups\n {2}changed {2}app-sg \(sg-[0-9a-f]+\)\n {11}Inbound rule added: TCP 22 from 10\.0\.16\.0\/21\n/);
  expect(out).toContain('Opens\n  - app-1 and app-2 become reachable from app-a (TCP 22).\n');
  expect(out).toMatch(/opened\.vpc\.json: 1 changed\.\n$/);
});

test('a design that only moved on the canvas is the same', async () => {
  expect((await runLine(['diff', plan, moved])).out).toBe('The two designs are the same, places on the canvas aside.\n');
});

test('two designs of different accounts are said to have nothing in common', async () => {
  const { out } = await runLine(['diff', plan, other]);
  expect(out).toMatch(/^The two designs have no resource in common, as two accounts have: \d+ resources count as removed and \d+ resources as added\.$/m);
});

test.each([
  ['a difference', () => [plan, opened]],
  ['no difference', () => [plan, plan]],
  ['everything', () => [plan, other]],
])('JSON of %s keeps to its schema', async (_name, paths) => {
  const { out } = await runLine(['diff', ...paths(), '--format', 'json']);
  expect(comparisonShape.safeParse(JSON.parse(out)).error).toBeUndefined();
});

test('Markdown has a row for each resource and folds a long table', async () => {
  const [few, many] = [await runLine(['diff', plan, opened, '--format', 'markdown']), await runLine(['diff', plan, other, '--format', 'markdown'])];
  expect(few.out).toMatch(/^## .*plan\.vpc\.json → .*opened\.vpc\.json: 1 changed\n/);
  expect(few.out).toContain('**Opens**\n\n- app-1 and app-2 become reachable from app-a (TCP 22).');
  expect(few.out).toMatch(/^\| changed \| security group \| app-sg \(sg-[0-9a-f]+\) \| Inbound rule added: TCP 22 from 10\.0\.16\.0\/21 \|$/m);
  expect(few.out).not.toContain('<details>');
  expect(many.out).toMatch(/<details>\n<summary>\d+ resources<\/summary>\n\n\| Change /);
});

test('one of the two may be standard input, and either a picture', async () => {
  const picture = folder.path('plan.vpc.png');
  await runLine(['export', plan, '--format', 'png', '-o', picture]);
  expect((await runLine(['diff', picture, opened])).out).toContain('changed  app-sg');
  const piped = await runLine(['diff', '-', opened], { stdin: textOf(templateOf('three-tiers')) });
  expect(piped.out).toContain('standard input → ');
});
