import { describe, expect, test } from 'vitest';
import { applyPatch } from '../patch/apply-patch.ts';
import { setCollapsed } from '../editing/layout.ts';
import type { Design } from '../model/design.ts';
import { arrange } from './arrange.ts';
import { nodeKeyOf } from './containers.ts';
import { describeScene } from './describe-scene.ts';
import { threeTier } from './designs-for-tests.ts';
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

  test('says what it hides, and is as high as its caption', () => {
    const scene = describeScene(collapsed(ZONE));
    expect(scene.byKey.get(ZONE)?.children).toEqual([]);
    expect(scene.byKey.get(ZONE)?.room).toMatch(/^3 instances, 1 DB instance, 1 NAT gateway, \d+ more$/);
    expect(scene.byKey.get(ZONE)?.box.height).toBeLessThan(40);
  });

  test('keeps the gateways on its border, and their lines', () => {
    const scene = describeScene(collapsed('vpc-1'));
    expect(scene.nodes.map(({ key }) => key).sort()).toEqual(['cgw-1', 'igw-1', 'internet', 'office', 'region-1', 'vgw-1', 'vpc-1']);
    expect(scene.lines.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['internet', 'internet', 'igw-1'],
      ['vpn', 'cgw-1', 'vgw-1'],
    ]);
  });

  test('inside another one is hidden with it', () => {
    expect([...findShownContainers(collapsed(ZONE, 'subnet-app-a')).collapsed.keys()]).toEqual([ZONE]);
  });

  test('carries the badge of what it hides', () => {
    const findings = [{ id: 'f', rule: 'r', severity: 'error' as const, message: 'wrong', why: '', learnMore: '', evidence: [{ at: 'i-app-1' as never }], fixes: [] }];
    expect(describeScene(collapsed(ZONE), { facts: {}, findings }).byKey.get(ZONE)?.badges).toEqual([{ kind: 'fail', title: 'wrong' }]);
  });

  test('expanded again is drawn as before', () => {
    const before = { ...threeTier(), layout: arrange(threeTier()) };
    const folded = collapsed('subnet-app-a');
    const result = setCollapsed(folded, { boxes: { 'subnet-app-a': { x: 0, y: 0 } }, collapsed: false });
    const applied = result.ok ? applyPatch(folded, result.patch) : undefined;
    expect(applied?.ok === true && applied.document.layout).toEqual(before.layout);
  });
});
