import type { Design } from '../model/design.ts';
import type { NetworkInterface } from '../model/resources/index.ts';
import { findContainers, type Containers } from './containers.ts';
import { cardSize, captionWidth } from './measure.ts';
import { describeText, type Facts } from './node-text.ts';
import { shapeOf } from './node-style.ts';
import type { NodeText } from './scene.ts';
import { CLOUD, GATE, isContainerKind, SMALLEST, type Size } from './sizes.ts';

/** A design with everything about its nodes that does not depend on where they stand. */
export interface DrawingSource {
  readonly design: Design;
  readonly facts: Facts;
  readonly containers: Containers;
  readonly texts: ReadonlyMap<string, NodeText>;
  /** The smallest size of each node by its own words: a box's caption, a card's lines. */
  readonly ownSizes: ReadonlyMap<string, Size>;
}

interface Known {
  readonly facts: Facts;
  readonly source: DrawingSource;
}
const known = new WeakMap<Design['resources'], Known>();

function interfacesBehindNodes(design: Design, containers: Containers): ReadonlyMap<string, readonly NetworkInterface[]> {
  const behind = new Map<string, NetworkInterface[]>();
  for (const [id, key] of containers.carriers) {
    const value = design.resources[id as keyof Design['resources']];
    if (value?.kind !== 'network-interface') continue;
    const others = behind.get(key);
    if (others) others.push(value);
    else behind.set(key, [value]);
  }
  return behind;
}

function measureNode(kind: Parameters<typeof shapeOf>[0], text: NodeText): Size {
  if (isContainerKind(kind)) {
    const smallest = SMALLEST[kind];
    return { width: Math.max(smallest.width, captionWidth(kind, text)), height: smallest.height };
  }
  const shape = shapeOf(kind);
  if (shape === 'gate') return GATE;
  return shape === 'cloud' ? CLOUD : cardSize(text);
}

function read(design: Design, facts: Facts): DrawingSource {
  const containers = findContainers(design);
  const behind = interfacesBehindNodes(design, containers);
  const texts = new Map<string, NodeText>();
  const ownSizes = new Map<string, Size>();
  for (const node of containers.nodes.values()) {
    const text = describeText({ design, facts, node, interfaces: behind.get(node.key) ?? [] });
    texts.set(node.key, text);
    ownSizes.set(node.key, measureNode(node.kind, text));
  }
  return { design, facts, containers, texts, ownSizes };
}

/** Containers, words and sizes of a design's nodes; made once for the same resources and facts. */
export function readSource(design: Design, facts: Facts): DrawingSource {
  const before = known.get(design.resources);
  if (before?.facts === facts) return before.source;
  const source = read(design, facts);
  known.set(design.resources, { facts, source });
  return source;
}
