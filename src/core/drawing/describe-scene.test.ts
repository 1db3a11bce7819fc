import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { computeFacts } from '../lookup/resource-facts.ts';
import type { Design } from '../model/design.ts';
import { arrange } from './arrange.ts';
import { describeScene } from './describe-scene.ts';
import { instance, makeDesign, networkInterface, region, subnet, threeTier, vpc } from './designs-for-tests.ts';
import { isNear } from './free-place.ts';
import { designs } from './random-designs-for-tests.ts';
import type { Scene, SceneNode } from './scene.ts';

const describeDesign = (design: Design): Scene => describeScene(design, { facts: computeFacts(design) });
const scene = describeDesign(threeTier());

function nodeOf(of: Scene, key: string): SceneNode {
  const node = of.byKey.get(key);
  if (!node) throw new Error(`no node ${key}`);
  return node;
}

describe('the words of a node', () => {
  test.each<readonly [string, Partial<SceneNode>]>([
    ['region-1', { title: 'us-east-1', word: 'N. Virginia', glyph: 'region', tone: 'region' }],
    ['vpc-1', { title: 'app', address: '10.0.0.0/16', room: '5,632 allocated, 59,904 free', tone: 'vpc' }],
    ['zone:vpc-1:us-east-1a', { title: 'us-east-1a', room: '3 subnets', glyph: 'availability-zone', resource: undefined }],
    ['subnet-public-a', { title: 'public-a', address: '10.0.0.0/23', word: 'public', room: '2 used, 505 free', glyph: 'subnet-public', tone: 'public' }],
    ['subnet-app-a', { word: 'private', glyph: 'subnet-private', tone: 'private' }],
    ['i-web-1', { title: 'web-1', aside: 't3.small', address: '10.0.0.10', chips: [{ key: 'sg-web' as never, text: 'web-sg' }], detail: '54.210.8.17' }],
    ['nat-a', { title: 'nat-a', aside: '', address: '10.0.0.20', detail: '52.7.19.44' }],
    ['db-orders', { title: 'orders', aside: 'MySQL', address: '10.0.32.9', detail: 'primary', tone: 'db' }],
    ['standby:db-orders', { title: 'orders', address: '10.0.33.9', detail: 'standby', glyph: 'db-standby' }],
    ['cgw-1', { title: 'cgw-office', address: '203.0.113.12', shape: 'card' }],
    ['office', { title: 'office', address: '192.168.0.0/16', shape: 'box' }],
    ['internet', { title: 'Internet', address: '0.0.0.0/0', shape: 'cloud' }],
    ['igw-1', { title: 'igw-app', shape: 'gate', state: 'active' }],
  ])('%s', (key, words) => {
    expect(nodeOf(scene, key)).toMatchObject(words);
  });

  test('are all in its label', () => {
    expect(nodeOf(scene, 'i-web-1').label).toBe('Instance web-1, t3.small, 10.0.0.10, security groups web-sg, 54.210.8.17');
  });

  test('without a name are its id', () => {
    expect(nodeOf(describeScene(makeDesign({ 'vpc-1': vpc({ name: '  ' }) })), 'vpc-1').title).toBe('vpc-1');
  });

  test('say what is stopped, detached or not modelled', () => {
    const odd = describeScene(
      makeDesign({
        i: instance('i', { state: 'stopped' }),
        igw: { kind: 'internet-gateway', name: 'igw', region: 'region-1' },
        tgw: { kind: 'unmodelled', name: 'tgw', type: 'transit-gateway', subnets: [], data: {} },
      }),
    );
    expect(nodeOf(odd, 'i')).toMatchObject({ aside: 'stopped', state: 'inactive', word: 'no network interface' });
    expect(nodeOf(odd, 'igw')).toMatchObject({ state: 'inactive', astride: false });
    expect(nodeOf(odd, 'tgw')).toMatchObject({ word: 'transit gateway', detail: 'not modelled', glyph: 'transit-gateway' });
  });

  test('list up to three blocks and count the rest', () => {
    const blocks = (count: number): Record<string, { cidr: string }> =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`b${index}`, { cidr: `10.${index + 1}.0.0/16` }]));
    const address = (count: number): string => nodeOf(describeScene(makeDesign({ 'vpc-1': vpc({ secondaryCidrs: blocks(count) }) })), 'vpc-1').address;
    expect(address(2)).toBe('10.0.0.0/16, 10.1.0.0/16, 10.2.0.0/16');
    expect(address(4)).toBe('10.0.0.0/16, 10.1.0.0/16 and 3 more');
  });

  test('without facts say nothing of public or private', () => {
    expect(nodeOf(describeScene(threeTier()), 'subnet-public-a')).toMatchObject({ word: '', room: '', tone: 'outside' });
  });
});

test('lines say what belongs together', () => {
  expect(scene.lines.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['internet', 'internet', 'igw-1'],
    ['replication', 'db-orders', 'standby:db-orders'],
    ['vpn', 'cgw-1', 'vgw-1'],
  ]);
});

test('an interface in another subnet hangs on its instance', () => {
  const design = makeDesign({
    'region-1': region(),
    'vpc-1': vpc(),
    a: subnet('a', '10.0.0.0/24'),
    b: subnet('b', '10.0.1.0/24'),
    i: instance('i'),
    e1: networkInterface({ subnet: 'a', of: 'i', address: '10.0.0.4' }),
    e2: networkInterface({ subnet: 'b', of: 'i', device: 1, address: '10.0.1.4' }),
  });
  expect(describeScene(design).lines).toEqual([{ key: 'line:e2', kind: 'interface', from: 'i', to: 'e2' }]);
  expect(nodeOf(describeScene(design), 'e2').aside).toBe('of i');
});

describe('a badge', () => {
  const finding = (severity: Finding['severity'], at: string): Finding => ({
    id: `${severity} ${at}`,
    rule: 'r',
    severity,
    message: `${severity} at ${at}`,
    why: '',
    learnMore: '',
    evidence: [{ at: at as never }],
    fixes: [],
  });
  const badges = (findings: readonly Finding[], key: string): SceneNode['badges'] => nodeOf(describeScene(threeTier(), { facts: {}, findings }), key).badges;

  test.each([
    ['an error', ['error'], 'fail'],
    ['a warning', ['warning'], 'warn'],
    ['the worse of two', ['warning', 'error'], 'fail'],
  ] as const)('shows %s', (_name, severities, kind) => {
    expect(
      badges(
        severities.map((severity) => finding(severity, 'i-web-1')),
        'i-web-1',
      ).map((badge) => badge.kind),
    ).toEqual([kind]);
  });

  test('is not made of advice', () => {
    expect(badges([finding('advice', 'i-web-1')], 'i-web-1')).toEqual([]);
  });

  test('of an interface stands at its instance', () => {
    expect(badges([finding('error', 'eni-web-1')], 'i-web-1')).toHaveLength(1);
  });
});

describe('places', () => {
  test('are those of the layout', () => {
    const layout = arrange(threeTier());
    const moved = describeScene(threeTier({ ...layout, 'i-web-1': { x: 12, y: 42 }, 'nat-a': { x: 12, y: 110 } }));
    expect(nodeOf(moved, 'nat-a').box).toMatchObject({ x: 12, y: 110, width: 166, height: 54 });
  });

  test('on the canvas are those of all containers together', () => {
    for (const node of scene.nodes) {
      const parent = node.parent === undefined ? { x: 0, y: 0 } : nodeOf(scene, node.parent).place;
      expect([node.place.x, node.place.y]).toEqual([parent.x + node.box.x, parent.y + node.box.y]);
    }
  });

  test('that the layout lacks are free ones', () => {
    fc.assert(
      fc.property(designs, fc.infiniteStream(fc.boolean()), (design, coins) => {
        const layout = Object.fromEntries(Object.entries(arrange(design)).filter(() => coins.next().value));
        const partly = describeScene({ ...design, layout });
        const missing = partly.nodes.filter((node) => !layout[node.key] && !node.astride);
        for (const node of missing) {
          const siblings = partly.nodes.filter((other) => other.parent === node.parent && other !== node && !other.astride);
          expect(siblings.filter((other) => isNear(other.box, node.box, 0)).map(({ key }) => `${node.key} under ${key}`)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of gateways are on the nearest border', () => {
    const layout = arrange(threeTier());
    const { width = 0, height = 0 } = layout['vpc-1'] ?? {};
    const at = (x: number, y: number): SceneNode['box'] => nodeOf(describeScene(threeTier({ ...layout, 'igw-1': { x, y } })), 'igw-1').box;
    expect(at(10, 200)).toMatchObject({ x: -20, y: 200 });
    expect(at(width - 30, 200)).toMatchObject({ x: width - 20, y: 200 });
    expect(at(300, height - 40)).toMatchObject({ x: 300, y: height - 20 });
  });
});

test('the same design gives the same scene, another layout another one', () => {
  const design = threeTier();
  const knowledge = { facts: computeFacts(design) };
  expect(describeScene(design, knowledge)).toBe(describeScene({ ...design, name: 'other' }, knowledge));
  expect(describeScene({ ...design, layout: { 'vpc-1': { x: 50, y: 50 } } }, knowledge)).not.toBe(describeScene(design, knowledge));
});
