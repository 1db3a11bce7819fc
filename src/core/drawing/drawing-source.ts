import type { Design } from '../model/design.ts';
import type { NetworkInterface } from '../model/resources/index.ts';
import { asResourceId } from '../model/ids.ts';
import type { ContainedNode, Containers } from './containers.ts';
import { summariseHidden } from './hidden-summary.ts';
import { findShownContainers, type ShownContainers } from './shown-containers.ts';
import { expectRoom } from './expected-room.ts';
import { cardSize, captionWidth, collapsedWidth } from './measure.ts';
import { describeText, NO_FACTS, type Facts } from './node-text.ts';
import { shapeOf } from './node-style.ts';
import type { NodeText } from './scene.ts';
import { CLOUD, COLLAPSED, GATE, SMALLEST, isContainerKind, type Size } from './sizes.ts';

/** A design's resources with everything about its nodes that does not depend on where they stand. */
export interface DrawingSource {
  readonly resources: Design['resources'];
  readonly facts: Facts;
  readonly containers: ShownContainers;
  readonly texts: ReadonlyMap<string, NodeText>;
  /**
   * The smallest size of each node by its own words: a box's caption, a card's lines. It leaves room for the counts that
   * facts will put into a caption, and so does not change when they arrive.
   */
  readonly ownSizes: ReadonlyMap<string, Size>;
}

/** A design is looked at with and without facts in turn, hence more than one. */
const SOURCES_KEPT = 2;
const known = new WeakMap<Design['resources'], readonly DrawingSource[]>();

function interfacesBehindNodes(resources: Design['resources'], containers: Containers): ReadonlyMap<string, readonly NetworkInterface[]> {
  const behind = new Map<string, NetworkInterface[]>();
  for (const [id, key] of containers.carriers) {
    const value = resources[asResourceId(id)];
    if (value?.kind !== 'network-interface') continue;
    const others = behind.get(key);
    if (others) others.push(value);
    else behind.set(key, [value]);
  }
  return behind;
}

function measureNode(node: ContainedNode, text: NodeText, { resources, isCollapsed }: { readonly resources: Design['resources']; readonly isCollapsed: boolean }): Size {
  if (isContainerKind(node.kind) && isCollapsed) return { width: Math.max(SMALLEST[node.kind].width, collapsedWidth(node.kind, text)), height: COLLAPSED.height };
  if (isContainerKind(node.kind)) {
    const smallest = SMALLEST[node.kind];
    const expected = { ...text, ...expectRoom(resources, node) };
    return { width: Math.max(smallest.width, captionWidth(node.kind, expected)), height: smallest.height };
  }
  const shape = shapeOf(node.kind);
  if (shape === 'gate') return GATE;
  return shape === 'cloud' ? CLOUD : cardSize(text);
}

function read(resources: Design['resources'], containers: ShownContainers, facts: Facts): DrawingSource {
  const behind = interfacesBehindNodes(resources, containers);
  const texts = new Map<string, NodeText>();
  const ownSizes = new Map<string, Size>();
  for (const node of containers.nodes.values()) {
    const hidden = containers.collapsed.get(node.key);
    const described = describeText({ resources, facts, node, interfaces: behind.get(node.key) ?? [] });
    const text = hidden === undefined ? described : { ...described, room: summariseHidden(hidden) };
    texts.set(node.key, text);
    ownSizes.set(node.key, measureNode(node, text, { resources, isCollapsed: hidden !== undefined }));
  }
  return { resources, facts, containers, texts, ownSizes };
}

/** Containers, words and sizes of a design's nodes; made once for the same resources, facts and collapsed containers. */
export function readSource(design: Design, facts: Facts = NO_FACTS): DrawingSource {
  const before = known.get(design.resources) ?? [];
  const containers = findShownContainers(design);
  const same = before.find((source) => source.facts === facts && source.containers === containers);
  if (same) return same;
  const source = read(design.resources, containers, facts);
  known.set(design.resources, [source, ...before].slice(0, SOURCES_KEPT));
  return source;
}
