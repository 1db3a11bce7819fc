import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { computeFacts } from '../lookup/resource-facts.ts';
import { arrange } from './arrange.ts';
import { describeScene } from './describe-scene.ts';
import { threeTier } from './designs-for-tests.ts';
import { isNear } from './free-place.ts';
import { captionRows, captionRowWidth, gateSize } from './measure.ts';
import { designs } from './random-designs-for-tests.ts';
import { outerPlace } from './outer-place.ts';
import type { Scene, SceneNode } from './scene.ts';
import { GATE, isContainerKind, PADDING } from './sizes.ts';

function arranged(design: Design): Scene {
  const facts = computeFacts(design);
  return describeScene({ ...design, layout: arrange(design, facts) }, { facts });
}

const childrenOf = (scene: Scene, parent: string | undefined): readonly SceneNode[] => scene.nodes.filter((node) => node.parent === parent);
const parentsOf = (scene: Scene): readonly (string | undefined)[] => [...new Set(scene.nodes.map((node) => node.parent))];

function overlappingSiblings(scene: Scene): readonly string[] {
  const found: string[] = [];
  for (const parent of parentsOf(scene)) {
    const siblings = childrenOf(scene, parent);
    siblings.forEach((a, index) => {
      for (const b of siblings.slice(index + 1)) if (isNear(outerPlace(a), outerPlace(b), 0)) found.push(`${a.key} and ${b.key}`);
    });
  }
  return found;
}

function outsideParent(scene: Scene): readonly string[] {
  return scene.nodes.flatMap((node) => {
    const parent = node.parent === undefined ? undefined : scene.byKey.get(node.parent);
    if (!parent || node.astride || !isContainerKind(parent.kind)) return [];
    const { top, right, bottom, left } = PADDING[parent.kind];
    const { x, y, width, height } = node.box;
    const isInside = x >= left && y >= top && x + width <= parent.box.width - right && y + height <= parent.box.height - bottom;
    return isInside ? [] : [`${node.key} in ${parent.key}`];
  });
}

/** Facts may call a subnet undetermined, which is longer than the word its box was made for; then the count is cut, not the name. */
const expectedWord = (word: string): string => (word === 'undetermined' ? 'private' : word);

function clippedCaptions(scene: Scene): readonly string[] {
  return scene.nodes
    .filter((node) => node.shape === 'box')
    .filter((node) =>
      captionRows(node.kind, { ...node, word: node.kind === 'subnet' ? expectedWord(node.word) : node.word }).some(
        (row) => captionRowWidth(row) > node.box.width,
      ),
    )
    .map((node) => node.key);
}

function gatesOffBorder(scene: Scene): readonly string[] {
  return scene.nodes
    .filter((node) => node.astride)
    .filter((node) => node.box.x !== -GATE.width / 2 || node.box.y + gateSize(node.title).height > (scene.byKey.get(node.parent ?? '')?.box.height ?? 0))
    .map((node) => node.key);
}

describe('a design that is arranged', () => {
  test('keeps siblings apart, contents inside, captions whole and gateways on the border', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const scene = arranged(design);
        expect(overlappingSiblings(scene)).toEqual([]);
        expect(outsideParent(scene)).toEqual([]);
        expect(clippedCaptions(scene)).toEqual([]);
        expect(gatesOffBorder(scene)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('comes out the same for the same resources in any order', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const reversed = { ...design, resources: Object.fromEntries(Object.entries(design.resources).reverse()) as Design['resources'] };
        expect(arrange(reversed)).toEqual(arrange(design));
      }),
      { numRuns: 50 },
    );
  });

  test('has a place for every node and for nothing else', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const keys = describeScene(design).nodes.map((node) => node.key);
        expect(Object.keys(arrange(design)).sort()).toEqual([...keys].sort());
      }),
      { numRuns: 50 },
    );
  });

  test('stands at the right of what is outside and starts at the origin of the canvas', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const roots = childrenOf(arranged(design), undefined);
        const isOutside = ({ kind }: SceneNode): boolean => ['internet', 'client', 'on-premises-network', 'customer-gateway'].includes(kind);
        const outside = Math.max(...roots.filter(isOutside).map(({ place }) => place.x + place.width));
        const inside = Math.min(...roots.filter((node) => !isOutside(node)).map(({ place }) => place.x));
        expect(inside > outside).toBe(true);
        for (const { place } of roots) expect(Math.min(place.x, place.y)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('three tiers in two zones', () => {
  const scene = arranged(threeTier());
  const place = (key: string): SceneNode['place'] => scene.byKey.get(key)?.place ?? { x: NaN, y: NaN, width: NaN, height: NaN };
  const middle = (key: string): number => place(key).y + place(key).height / 2;

  test.each([
    ['subnet-public-a', 'subnet-app-a', 'subnet-db-a'],
    ['subnet-public-b', 'subnet-app-b', 'subnet-db-b'],
  ])('stand from public to data: %s, %s, %s', (first, second, third) => {
    expect(place(first).x).toBeLessThan(place(second).x);
    expect(place(second).x).toBeLessThan(place(third).x);
    expect(new Set([first, second, third].map((key) => place(key).y)).size).toBe(1);
  });

  test.each(['public', 'app', 'db'])('have the %s tier in one column', (tier) => {
    expect(place(`subnet-${tier}-a`).x).toBe(place(`subnet-${tier}-b`).x);
    expect(place(`subnet-${tier}-a`).width).toBe(place(`subnet-${tier}-b`).width);
  });

  test('have the internet at the height of the internet gateway, and the office at that of the VPN', () => {
    expect(middle('internet')).toBe(middle('igw-1'));
    expect(middle('cgw-1')).toBe(middle('vgw-1'));
  });
});
