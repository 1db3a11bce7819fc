import { describe, expect, test } from 'vitest';
import { applyPatch } from '../patch/apply-patch.ts';
import { setCollapsed } from '../editing/layout.ts';
import type { Design } from '../model/design.ts';
import { arrange } from './arrange.ts';
import { nodeKeyOf } from './containers.ts';
import { describeScene } from './describe-scene.ts';
import { threeTier } from './designs-for-tests.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { findShownContainers } from './shown-containers.ts';

const ZONE = 'zone:vpc-1:us-east-1a';

function collapsed(...keys: readonly string[]): Design {
  const design = { ...threeTier(), layout: arrange(threeTier()) };
  const result = setCollapsed(design, { boxes: Object.fromEntries(keys.map((key) => [key, { x: 0, y: 0 }])), collapsed: true });
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(design, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

describe('a collapsed container', () => {
  test('hides what it holds and stands for it', () => {
    const design = collapsed('subnet-app-a');
    const { nodes } = findShownContainers(design);
    expect([nodes.has('i-app-1'), nodes.has('i-web-1')]).toEqual([false, true]);
    expect(nodeKeyOf(findShownContainers(design), 'i-app-1')).toBe('subnet-app-a');
    expect(nodeKeyOf(findShownContainers(design), 'eni-app-1')).toBe('subnet-app-a');
  });

  test('says what it hides, and is as high as its caption of two rows', () => {
    const scene = describeScene(collapsed(ZONE));
    expect(scene.byKey.get(ZONE)?.children).toEqual([]);
    expect(scene.byKey.get(ZONE)?.room).toMatch(/^3 instances, 1 DB instance, 1 NAT gateway, \d+ more$/);
    expect(scene.byKey.get(ZONE)?.box.height).toBeLessThan(50);
  });

  test('keeps the gateways on its border, and their lines', () => {
    const scene = describeScene(collapsed('vpc-1'));
    expect(scene.nodes.map(({ key }) => key).sort()).toEqual(['cgw-1', 'igw-1', 'internet', 'office', 'region-1', 'vgw-1', 'vpc-1']);
    expect(scene.lines.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['internet', 'internet', 'igw-1'],
      ['vpn', 'cgw-1', 'vgw-1'],
    ]);
  });

  test('bundles the lines to many with their count', () => {
    const design = new DesignBuilder()
      .region()
      .vpc('vpc-1', '10.0.0.0/16')
      .subnet('a', { vpc: 'vpc-1', cidr: '10.0.0.0/24' })
      .subnet('b', { vpc: 'vpc-1', cidr: '10.0.1.0/24', zone: 'us-east-1b' })
      .instance('i-1', { subnet: 'a', address: '10.0.0.10', groups: [] })
      .instance('i-2', { subnet: 'a', address: '10.0.0.11', groups: [] })
      .loadBalancer('web', { vpc: 'vpc-1', subnets: ['a', 'b'], listeners: ['HTTP 80 -> tg'] })
      .targetGroup('tg', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-1', 'i-2'] })
      .build();
    const targetsOf = (from: Design): readonly unknown[] => describeScene(from).lines.filter(({ kind }) => kind === 'target').map(({ to, label }) => [to, label]);
    expect(targetsOf(design)).toEqual([['i-1', undefined], ['i-2', undefined]]);
    expect(targetsOf({ ...design, layout: { ...arrange(design), a: { x: 0, y: 0, collapsed: true } } })).toEqual([['a', '2 targets']]);
  });

  test('inside another one is hidden with it', () => {
    expect([...findShownContainers(collapsed(ZONE, 'subnet-app-a')).collapsed.keys()]).toEqual([ZONE]);
  });

  test('carries the badge of what it hides', () => {
    const findings = [{ id: 'f', rule: 'r', severity: 'error' as const, message: 'wrong', why: '', learnMore: '', evidence: [{ at: 'i-app-1' as never }], fixes: [] }];
    expect(describeScene(collapsed(ZONE), { facts: {}, findings }).byKey.get(ZONE)?.badges).toEqual([{ kind: 'fail', title: 'wrong' }]);
  });

  test('says the worst of what is found inside first, to those who listen too', () => {
    const found = (severity: 'error' | 'warning', message: string, at: string) => ({ id: message, rule: 'r', severity, message, why: '', learnMore: '', evidence: [{ at: at as never }], fixes: [] });
    const findings = [found('warning', 'odd', 'i-web-1'), found('error', 'wrong', 'i-app-1'), found('warning', 'rare', 'i-app-1')];
    const zone = describeScene(collapsed(ZONE), { facts: {}, findings }).byKey.get(ZONE);
    expect(zone?.badges).toEqual([{ kind: 'fail', title: 'wrong\nodd\nrare' }]);
    expect(zone?.label).toMatch(/, collapsed, error: wrong$/);
  });

  test('ends the lines to what it hides, and says how many they are', () => {
    const both = ['zone:vpc-1:us-east-1a', 'zone:vpc-1:us-east-1b'];
    const replication = describeScene(collapsed(...both)).lines.find(({ kind }) => kind === 'replication');
    expect([replication?.from, replication?.to].sort()).toEqual(both);
    expect(describeScene(collapsed('region-1')).lines.filter(({ to, from }) => to === 'region-1' || from === 'region-1').map(({ kind }) => kind).sort()).toEqual(['internet', 'vpn']);
  });

  test('expanded again is drawn as before', () => {
    const before = { ...threeTier(), layout: arrange(threeTier()) };
    const folded = collapsed('subnet-app-a');
    const result = setCollapsed(folded, { boxes: { 'subnet-app-a': { x: 0, y: 0 } }, collapsed: false });
    const applied = result.ok ? applyPatch(folded, result.patch) : undefined;
    expect(applied?.ok === true && applied.document.layout).toEqual(before.layout);
  });
});
