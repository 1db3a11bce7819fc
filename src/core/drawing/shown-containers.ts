import type { Design } from '../model/design.ts';
import { findContainers, type ContainedNode, type Containers } from './containers.ts';
import { isContainerKind } from './sizes.ts';

/** Who contains whom of what is drawn: what stands in a collapsed container is represented by it. */
export interface ShownContainers extends Containers {
  /** What each collapsed container hides, in drawing order. */
  readonly collapsed: ReadonlyMap<string, readonly ContainedNode[]>;
}

const NOTHING: ShownContainers['collapsed'] = new Map();

/** Every node, those inside of collapsed containers too: lines to them end at what stands for them (`nodeKeyOf`). */
export const everyNode = ({ nodes, collapsed }: ShownContainers): readonly ContainedNode[] => [...nodes.values(), ...[...collapsed.values()].flat()];

/** The containers that are collapsed, without those that stand in another one: they are hidden with it. */
function findCollapsed({ nodes }: Containers, layout: Design['layout']): readonly string[] {
  const keys = Object.keys(layout).filter((key) => layout[key]?.collapsed === true && isContainerKind(nodes.get(key)?.kind ?? ''));
  const isHidden = (key: string): boolean => {
    for (let parent = nodes.get(key)?.parent; parent !== undefined; parent = nodes.get(parent)?.parent) if (keys.includes(parent)) return true;
    return false;
  };
  return keys.filter((key) => !isHidden(key)).sort();
}

/** Everything inside a container. Gateways astride its border stay to be seen: lines lead to them. */
function listHidden({ nodes }: Containers, key: string): readonly ContainedNode[] {
  const found: ContainedNode[] = [];
  const visit = (children: readonly string[], isOutermost: boolean): void => {
    for (const child of children) {
      const node = nodes.get(child);
      if (!node || (isOutermost && node.astride)) continue;
      found.push(node);
      visit(node.children, false);
    }
  };
  visit(nodes.get(key)?.children ?? [], true);
  return found;
}

function collapse(containers: Containers, keys: readonly string[]): ShownContainers {
  const collapsed = new Map(keys.map((key) => [key, listHidden(containers, key)]));
  const keeper = new Map([...collapsed].flatMap(([key, hidden]) => hidden.map((node) => [node.key, key] as const)));
  const nodes = new Map<string, ContainedNode>();
  for (const [key, node] of containers.nodes) {
    if (!keeper.has(key)) nodes.set(key, collapsed.has(key) ? { ...node, children: node.children.filter((child) => !keeper.has(child)) } : node);
  }
  const carriers = new Map<string, string>();
  for (const [resource, key] of containers.carriers) carriers.set(resource, keeper.get(key) ?? key);
  for (const [key, container] of keeper) carriers.set(key, container);
  return { ...containers, nodes, carriers, collapsed };
}

interface Known {
  readonly layout: Design['layout'];
  readonly signature: string;
  readonly shown: ShownContainers;
}
const known = new WeakMap<Design['resources'], Known>();

/** The containers and what is drawn in them; the same value for the same resources and the same collapsed containers. */
export function findShownContainers(design: Design): ShownContainers {
  const { resources, layout } = design;
  const before = known.get(resources);
  if (before?.layout === layout) return before.shown;
  const whole = findContainers(design);
  const keys = findCollapsed(whole, layout);
  const signature = keys.join(' ');
  const fresh = (): ShownContainers => (keys.length === 0 ? { ...whole, collapsed: NOTHING } : collapse(whole, keys));
  const shown = before?.signature === signature ? before.shown : fresh();
  known.set(resources, { layout, signature, shown });
  return shown;
}
