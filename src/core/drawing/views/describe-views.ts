import type { Design } from '../../model/design.ts';
import type { Scene } from '../scene.ts';
import { findShownContainers } from '../shown-containers.ts';
import { describeAddresses } from './describe-addresses.ts';
import { describeExposure } from './describe-exposure.ts';
import { describeRouting } from './describe-routing.ts';
import { describeSecurity } from './describe-security.ts';
import type { ViewDrawing, ViewKnowledge, ViewName } from './views.ts';

const NOTES: Readonly<Record<ViewName, string>> = {
  addresses: 'There is no subnet whose addresses could be shown.',
  routing: 'There is no subnet whose routes could be shown.',
  security: 'No security group with members lets another one, or the internet, in.',
  exposure: 'Nothing here is reached from the internet.',
};

interface Given {
  readonly on: readonly ViewName[];
  readonly knowledge: ViewKnowledge;
}

const known = new WeakMap<Scene, Given & { readonly drawing: ViewDrawing }>();

/** Tags and lines of the views that are on, and a sentence for each that has nothing to show; made once for the same scene. */
export function describeViews(design: Design, scene: Scene, { on, knowledge }: Given): ViewDrawing {
  const before = known.get(scene);
  const isSame = before?.on === on && before.knowledge.exposure === knowledge.exposure && before.knowledge.groupTraffic === knowledge.groupTraffic;
  if (before && isSame) return before.drawing;
  const drawing = describe(design, scene, { on, knowledge });
  known.set(scene, { on, knowledge, drawing });
  return drawing;
}

function describe(design: Design, scene: Scene, { on, knowledge }: Given): ViewDrawing {
  const containers = findShownContainers(design);
  const addresses = on.includes('addresses') ? describeAddresses(design, containers, scene) : [];
  const routing = on.includes('routing') ? describeRouting(design, scene) : [];
  const exposure = on.includes('exposure') && knowledge.exposure ? describeExposure(containers, scene, knowledge.exposure) : [];
  const lines = on.includes('security') && knowledge.groupTraffic ? describeSecurity(design, scene, { containers, talks: knowledge.groupTraffic }) : [];
  const isEmpty: Readonly<Record<ViewName, boolean>> = {
    addresses: addresses.length === 0,
    routing: routing.length === 0,
    security: knowledge.groupTraffic !== undefined && lines.length === 0,
    exposure: knowledge.exposure !== undefined && exposure.length === 0,
  };
  return { tags: [...addresses, ...routing, ...exposure], lines, notes: on.filter((view) => isEmpty[view]).map((view) => NOTES[view]) };
}
