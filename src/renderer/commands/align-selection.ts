import type { SceneNode } from '@core/drawing/scene.ts';
import type { App } from '../app/app-context.ts';
import { alignBoxes, distributeBoxes, type AlignSide, type DistributeDirection } from '../canvas/align-boxes.ts';
import { placeNodes } from '../canvas/place-nodes.ts';
import { sceneOf } from '../canvas/scene-of.ts';
import type { AppState } from '../store/app-state.ts';

const LEAST_TO_ALIGN = 2;
const LEAST_TO_DISTRIBUTE = 3;

/** The selected nodes that can be put in line: they stand in one container, and not on its border. */
function movableNodes(state: AppState): readonly SceneNode[] {
  const { byKey } = sceneOf(state);
  const nodes = state.selection.keys.map((key) => byKey.get(key)).filter((node) => node !== undefined && !node.astride) as SceneNode[];
  return nodes.every(({ parent }) => parent === nodes[0]?.parent) ? nodes : [];
}

// The selection is counted first: a scene is only looked at when there is something to put in line.
const canMove = (state: AppState, least: number): boolean =>
  state.workspace.screen === 'editor' && state.selection.keys.length >= least && movableNodes(state).length >= least;

export const canAlign = (state: AppState): boolean => canMove(state, LEAST_TO_ALIGN);
export const canDistribute = (state: AppState): boolean => canMove(state, LEAST_TO_DISTRIBUTE);

const isDirection = (how: AlignSide | DistributeDirection): how is DistributeDirection => how === 'horizontally' || how === 'vertically';

/** Puts the selected nodes in line, or at equal distances. */
export function alignSelection({ store }: App, how: AlignSide | DistributeDirection): void {
  const boxes = new Map(movableNodes(store.getState()).map(({ key, box }) => [key, box]));
  const places = isDirection(how) ? distributeBoxes(boxes, how) : alignBoxes(boxes, how);
  const said = isDirection(how) ? `Distribute ${boxes.size} nodes ${how}` : `Align ${boxes.size} nodes`;
  store.edit((design) => placeNodes(design, places, said), { keepSelection: true });
}
