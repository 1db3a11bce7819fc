import type { SceneNode } from '@core/drawing/scene.ts';
import { isContainerKind } from '@core/drawing/sizes.ts';
import { closeGaps } from '@core/drawing/close-gaps.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import { setCollapsed, setLayout, type CollapseRequest } from '@core/editing/layout.ts';
import type { Design } from '@core/model/design.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import type { App } from '../app/app-context.ts';
import { sceneOf } from '../canvas/scene-of.ts';
import type { AppState } from '../store/app-state.ts';
import { inEditor } from './command.ts';

/** Containers that fold to their captions. */
const canFold = ({ kind }: SceneNode): boolean => isContainerKind(kind);

const selectedContainers = (state: AppState, isCollapsed: boolean): readonly SceneNode[] => {
  const { byKey } = sceneOf(state);
  return state.selection.keys.map((key) => byKey.get(key)).filter((node) => node !== undefined && canFold(node) && node.isCollapsed === isCollapsed) as SceneNode[];
};

const hasSelected = (state: AppState, isCollapsed: boolean): boolean => inEditor(state) && state.selection.keys.length > 0 && selectedContainers(state, isCollapsed).length > 0;

export const canCollapse = (state: AppState): boolean => hasSelected(state, false);
export const canExpand = (state: AppState): boolean => hasSelected(state, true);
export const isAnyCollapsed = (state: AppState): boolean => inEditor(state) && Object.values(state.design.layout).some(({ collapsed }) => collapsed === true);

/** Collapses containers, and draws together what stands around them. */
function collapseTogether(design: Design, boxes: CollapseRequest['boxes']): EditResult {
  const result = setCollapsed(design, { boxes, collapsed: true });
  const folded = result.ok ? applyPatch(design, result.patch) : undefined;
  if (!result.ok || !folded?.ok) return result;
  const closed = setLayout(folded.document, { layout: closeGaps(folded.document, { expanded: design, collapsed: Object.keys(boxes) }) });
  return closed.ok ? { ...result, patch: [...result.patch, ...closed.patch] } : result;
}

function fold({ store }: App, nodes: readonly SceneNode[], collapsed: boolean): void {
  const boxes = Object.fromEntries(nodes.map(({ key, box }) => [key, { x: box.x, y: box.y }]));
  store.edit((design) => (collapsed ? collapseTogether(design, boxes) : setCollapsed(design, { boxes, collapsed })), { keepSelection: true });
}

/** Folds one container to its caption, or shows again what it holds. */
export const foldContainer = (app: App, node: SceneNode): void => fold(app, [node], !node.isCollapsed);

export const foldSelected = (app: App, collapsed: boolean): void => fold(app, selectedContainers(app.store.getState(), !collapsed), collapsed);

/** Folds every zone that is drawn, for the overview of a large network. */
export const collapseZones = (app: App): void => fold(app, sceneOf(app.store.getState()).nodes.filter(({ kind, isCollapsed }) => kind === 'zone' && !isCollapsed), true);

/** Shows everything that is folded, also inside what is folded itself. */
export function expandAll({ store }: App): void {
  store.edit(
    (design) => {
      const folded = Object.entries(design.layout).filter(([, box]) => box.collapsed === true);
      return setCollapsed(design, { boxes: Object.fromEntries(folded), collapsed: false });
    },
    { keepSelection: true },
  );
}
