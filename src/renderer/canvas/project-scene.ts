import type { NodeShape, Scene, SceneNode } from '@core/drawing/scene.ts';
import type { Node } from '@xyflow/react';

/** How a node stands to the question that is asked: on its path, off it, or no path is shown. */
export type PathRole = 'plain' | 'onPath' | 'offPath';

/** What a node's component draws; the same object as before when nothing of it changed. */
export interface CanvasNodeData extends Record<string, unknown> {
  readonly node: SceneNode;
  readonly role: PathRole;
  /** A list points at it. */
  readonly isHighlighted: boolean;
}

export type CanvasNode = Node<CanvasNodeData, NodeShape>;

/** What decides how the scene looks beside the scene itself. */
export interface Projection {
  readonly selected: ReadonlySet<string>;
  readonly highlighted: ReadonlySet<string>;
  /** Keys of the nodes on the path; `null` while no path is shown. */
  readonly onPath: ReadonlySet<string> | null;
  /** Whether nodes can be moved: not while the pan or the connect tool is chosen. */
  readonly isMovable: boolean;
}

function roleOf({ key, shape }: SceneNode, onPath: Projection['onPath']): PathRole {
  if (onPath === null) return 'plain';
  if (onPath.has(key)) return 'onPath';
  return shape === 'box' ? 'plain' : 'offPath';
}

const isSameBox = (a: SceneNode['box'], b: SceneNode['box']): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const TEXTS = ['kind', 'shape', 'glyph', 'tone', 'parent', 'state', 'title', 'aside', 'address', 'word', 'room', 'detail', 'label', 'astride'] as const;

function areSameChips(a: SceneNode, b: SceneNode): boolean {
  return a.chips.length === b.chips.length && a.chips.every((chip, index) => chip.text === b.chips[index]?.text && chip.key === b.chips[index].key);
}

function areSameBadges(a: SceneNode, b: SceneNode): boolean {
  return a.badges.length === b.badges.length && a.badges.every((badge, index) => badge.title === b.badges[index]?.title && badge.kind === b.badges[index].kind);
}

/** Whether two states of a node are drawn alike. */
function isSameNode(a: SceneNode, b: SceneNode): boolean {
  if (a === b) return true;
  return TEXTS.every((field) => a[field] === b[field]) && isSameBox(a.box, b.box) && areSameChips(a, b) && areSameBadges(a, b);
}

interface Wanted {
  readonly role: PathRole;
  readonly isHighlighted: boolean;
  readonly isSelected: boolean;
  readonly isMovable: boolean;
}

function makeNode(node: SceneNode, { role, isHighlighted, isSelected, isMovable }: Wanted): CanvasNode {
  const { key, shape, parent, box } = node;
  const { width, height } = box;
  return {
    id: key,
    type: shape,
    position: { x: box.x, y: box.y },
    width,
    height,
    // Sizes come from the drawing, not from the page: with them React Flow has nothing to measure and waits for nothing.
    measured: { width, height },
    data: { node, role, isHighlighted },
    selected: isSelected,
    draggable: isMovable,
    ...(parent === undefined ? {} : { parentId: parent }),
    // Inside a box that is not selected the pointer means the canvas: it draws a lasso or pans. Its caption means the box.
    ...(shape === 'box' && !isSelected ? { style: { pointerEvents: 'none' as const } } : {}),
  };
}

function isSameProjection(before: CanvasNode, node: SceneNode, wanted: Wanted): boolean {
  const { data, selected, draggable } = before;
  const isSameState = selected === wanted.isSelected && draggable === wanted.isMovable;
  return isSameState && data.role === wanted.role && data.isHighlighted === wanted.isHighlighted && isSameNode(data.node, node);
}

/** Turns scenes into React Flow's nodes, one after the other. */
export type Projector = (scene: Scene, projection: Projection) => readonly CanvasNode[];

/**
 * Makes a projector: a node that is drawn as in the scene before is the same object as before, so that only what changed
 * is drawn again.
 */
export function createProjector(): Projector {
  let before: ReadonlyMap<string, CanvasNode> = new Map();
  return (scene, projection) => {
    const nodes = scene.nodes.map((node) => {
      const wanted: Wanted = {
        role: roleOf(node, projection.onPath),
        isHighlighted: projection.highlighted.has(node.key),
        isSelected: projection.selected.has(node.key),
        isMovable: projection.isMovable,
      };
      const known = before.get(node.key);
      return known && isSameProjection(known, node, wanted) ? known : makeNode(node, wanted);
    });
    before = new Map(nodes.map((node) => [node.id, node]));
    return nodes;
  };
}
