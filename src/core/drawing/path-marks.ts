import type { Blocker, Diagnosis, Hop, HopStep, StepResult } from '../findings/diagnosis.ts';
import { nodeKeyOf, type Containers } from './containers.ts';
import { findShownContainers } from './shown-containers.ts';
import type { Design } from '../model/design.ts';
import type { Point } from './free-place.ts';
import { obstaclesIn, type ObstacleMap } from './line-obstacles.ts';
import { MARK_RADIUS, type MarkKind, type PathMark } from './path-drawing.ts';
import { pointAlong } from './path-geometry.ts';
import { distanceOfStop, pointOfHop, type RoutedLeg } from './path-legs.ts';
import type { PlacedHop } from './path-stations.ts';
import { obstaclesOf } from './routes-of-lines.ts';
import type { Scene, SceneNode } from './scene.ts';

/** What the marks of a diagnosis are placed on. */
export interface MarkSource {
  readonly design: Design;
  readonly scene: Scene;
  readonly diagnosis: Diagnosis;
  readonly legs: readonly RoutedLeg[];
}

const numberOfFilter: Readonly<Partial<Record<HopStep, number>>> = { route: 2, 'security-group': 3, 'network-acl': 4 };

/** A gateway's own number stands above it; one that is missing fails where the way crosses the VPC's border. */
function numberOfGateway(scene: Scene, { resource, step }: Hop): number {
  if (step !== 'gateway') return 0;
  const node = scene.byKey.get(resource);
  if (node?.kind === 'vpc') return GATEWAY_STEP;
  return node?.shape === 'card' ? ROUTE_STEP : 0;
}

/** The step that a hop belongs to; a translation fails for want of a public address. */
function numberOfHop({ diagnosis, scene }: MarkSource, leg: RoutedLeg, hop: Hop): number {
  if (hop.step === 'arrive' || hop.step === 'leave') return 0;
  const isPublicAddress = diagnosis.blockers.some(
    ({ component, resource, leg: blocked }) => component === 'public-ip' && resource === hop.resource && blocked === leg.leg,
  );
  return isPublicAddress ? PUBLIC_ADDRESS_STEP : (numberOfFilter[hop.step] ?? numberOfGateway(scene, hop));
}
const NETWORK_STEPS = 5;
const GATEWAY_STEP = 1;
const ROUTE_STEP = 2;
const CLIENT_STEP = 9;
/** Marks on a node's lower edge: the first stands this far from its right end, the others at its left. */
const EDGE = { right: 14, between: 24, below: 4 } as const;
/** The same number twice within this distance says nothing more. */
const SAME_PLACE = 26;
const PUBLIC_ADDRESS_STEP = 5;

interface Draft extends MarkSource {
  readonly containers: Containers;
  readonly marks: PathMark[];
  /** Steps on the lower edge of nodes; they are spread once all are known. */
  readonly edges: Map<string, Omit<PathMark, 'at'>[]>;
}

function kindOfStep({ status }: StepResult): MarkKind | undefined {
  if (status === 'pass' || status === 'fail') return status;
  return status === 'warning' ? 'warn' : undefined;
}

/** Whether one of the blockers is this hop; further ones than the first lie behind it on the way and say nothing themselves. */
function isBlocked({ diagnosis }: MarkSource, leg: RoutedLeg, hop: Hop): boolean {
  if (hop.passed === false) return true;
  if (numberOfFilter[hop.step] === undefined) return false;
  const row = hop.because?.row ?? null;
  return diagnosis.blockers.some((blocker) => blocker.leg === leg.leg && blocker.resource === hop.resource && (blocker.row === row || blocker.row === null));
}

function stepOf({ diagnosis }: MarkSource, number: number): StepResult | undefined {
  const step = diagnosis.steps.find((each) => each.number === number);
  return step?.status === 'not-needed' || step?.status === 'your-turn' ? undefined : step;
}

function addToEdge(draft: Draft, key: string, mark: Omit<PathMark, 'at'>): void {
  const others = draft.edges.get(key) ?? [];
  if (!others.some(({ step, kind }) => step === mark.step && kind === mark.kind)) others.push(mark);
  draft.edges.set(key, others);
}

const isAlreadyNear = (draft: Draft, at: Point, step: number): boolean =>
  draft.marks.some((mark) => mark.step === step && Math.abs(mark.at.x - at.x) + Math.abs(mark.at.y - at.y) < SAME_PLACE);

function addOnLine(draft: Draft, mark: PathMark): void {
  if (!isAlreadyNear(draft, mark.at, mark.step)) draft.marks.push(mark);
}

/** A filter that lets the request pass has its number on the way; a group's stands at the node it guards. */
function markPassedHop(draft: Draft, step: StepResult, { leg, placed }: { readonly leg: RoutedLeg; readonly placed: PlacedHop }): void {
  const kind: MarkKind = step.status === 'warning' ? 'warn' : 'pass';
  const mark = { kind, step: step.number, title: step.sentence };
  if (placed.hop.step !== 'security-group') return addOnLine(draft, { ...mark, at: pointOfHop(draft.scene, leg, placed) });
  const station = leg.stations[placed.spot === 'leave-node' ? placed.gap : placed.gap + 1];
  if (station && 'key' in station) addToEdge(draft, station.key, mark);
}

/** What stops the way: the step fails, or nobody can tell from the drawing. */
function markStop(draft: Draft, leg: RoutedLeg, placed: PlacedHop): void {
  const number = numberOfHop(draft, leg, placed.hop);
  const step = draft.diagnosis.steps.find((each) => each.number === number);
  if (!step || step.status === 'not-needed') return;
  const isKnown = step.status === 'fail' || (step.status !== 'your-turn' && draft.diagnosis.verdict !== 'undetermined');
  const at = pointAlong(leg.lines[placed.gap] ?? [], distanceOfStop(draft.scene, leg, placed));
  addOnLine(draft, { kind: isKnown ? 'fail' : 'undetermined', step: number, at, title: step.sentence });
}

function markHops(draft: Draft, leg: RoutedLeg): void {
  for (const placed of leg.hops) {
    if (isBlocked(draft, leg, placed.hop)) {
      markStop(draft, leg, placed);
      continue;
    }
    const step = stepOf(draft, numberOfFilter[placed.hop.step] ?? 0);
    if (step && leg.leg === 'request' && placed.hop.passed === true) markPassedHop(draft, step, { leg, placed });
  }
}

/** A route that only the reply takes still belongs to the answer: its number stands on the request, at the same border. */
function markRouteOfReply(draft: Draft): void {
  const step = stepOf(draft, ROUTE_STEP);
  const [request, reply] = [draft.legs.find(({ leg }) => leg === 'request'), draft.legs.find(({ leg }) => leg === 'reply')];
  if (!step || !request || step.status === 'fail' || draft.marks.some((mark) => mark.step === step.number)) return;
  const route = reply?.hops.find(({ hop }) => hop.step === 'route');
  if (!route) return;
  const gap = request.stations.length - 2 - route.gap;
  const mirrored: PlacedHop = { hop: route.hop, gap, spot: 'enter-subnet' };
  if (gap >= 0) markPassedHop(draft, step, { leg: request, placed: mirrored });
}

const topOf = ({ place }: SceneNode): Point => ({ x: place.x + place.width / 2, y: place.y - 3 });

function markGateway(draft: Draft): void {
  const step = stepOf(draft, GATEWAY_STEP);
  const kind = step && kindOfStep(step);
  if (!step || !kind || draft.marks.some((mark) => mark.step === GATEWAY_STEP)) return;
  for (const { at } of step.evidence) {
    const node = draft.scene.byKey.get(at);
    if (node?.shape === 'gate') addOnLine(draft, { kind, step: step.number, at: topOf(node), title: step.sentence });
  }
}

/** The node that a step about a machine is marked on: what its evidence names, else an end of the question. */
function nodeOfStep(draft: Draft, step: StepResult): string | undefined {
  for (const { at } of step.evidence) {
    const key = nodeKeyOf(draft.containers, at);
    if (key !== undefined && draft.scene.byKey.get(key)?.shape === 'card') return key;
  }
  const stations = draft.legs[0]?.stations ?? [];
  const end = step.number === CLIENT_STEP ? stations[0] : stations.at(-1);
  return end && 'key' in end ? end.key : undefined;
}

/** A network step is marked on the way; at a node only what fails and has no mark yet, and the public address always. */
function needsNode({ marks }: Draft, { number }: StepResult, kind: MarkKind): boolean {
  if (number > NETWORK_STEPS) return kind !== 'pass';
  if (number === PUBLIC_ADDRESS_STEP) return true;
  return kind === 'fail' && !marks.some((mark) => mark.step === number && mark.kind === kind);
}

/** Steps about a machine stand at its lower edge; those of the network do so only where no place on the way was found. */
function markMachines(draft: Draft): void {
  for (const each of draft.diagnosis.steps) {
    const step = stepOf(draft, each.number);
    const kind = step && kindOfStep(step);
    if (!step || !kind || !needsNode(draft, step, kind)) continue;
    const key = nodeOfStep(draft, step);
    if (key !== undefined) addToEdge(draft, key, { kind, step: step.number, title: step.sentence });
  }
}

function spreadEdges(draft: Draft): void {
  for (const [key, marks] of draft.edges) {
    const place = draft.scene.byKey.get(key)?.place;
    if (!place) continue;
    const ordered = [...marks].sort((a, b) => a.step - b.step);
    ordered.forEach((mark, index) => {
      const fromRight = ordered.length - 1 - index;
      draft.marks.push({ ...mark, at: { x: place.x + place.width - EDGE.right - fromRight * EDGE.between, y: place.y + place.height + EDGE.below } });
    });
  }
}

const isTouching = (a: PathMark, b: PathMark): boolean => Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < MARK_RADIUS[a.kind] + MARK_RADIUS[b.kind] + 2;

const ASIDE = 23;
/** Where a mark goes when its place is taken: beside the line, ever further. */
const MOVES: readonly Point[] = [1, 2, 3].flatMap((times) => [
  { x: 0, y: -ASIDE * times },
  { x: 0, y: ASIDE * times },
  { x: -ASIDE * times, y: 0 },
  { x: ASIDE * times, y: 0 },
]);

const isCovering = (words: ObstacleMap, { at, kind }: PathMark): boolean => {
  const radius = MARK_RADIUS[kind];
  return obstaclesIn(words, { x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius }).some(({ part }) => part === 'words');
};

/** Marks that would cover each other or a caption move aside; what fails keeps its place. */
function keepApart(marks: readonly PathMark[], words: ObstacleMap): readonly PathMark[] {
  const isFailing = ({ kind }: PathMark): boolean => kind === 'fail' || kind === 'undetermined';
  const placed: PathMark[] = marks.filter(isFailing);
  for (const mark of marks) {
    if (isFailing(mark)) continue;
    const tried = [{ x: 0, y: 0 }, ...MOVES].map((move) => ({ ...mark, at: { x: mark.at.x + move.x, y: mark.at.y + move.y } }));
    const free = tried.filter((candidate) => !placed.some((other) => isTouching(other, candidate)));
    placed.push(free.find((candidate) => !isCovering(words, candidate)) ?? free[0] ?? mark);
  }
  return placed.sort((a, b) => Number(isFailing(a)) - Number(isFailing(b)) || a.step - b.step);
}

/** Every step number with its place: on the way, above a gateway, or at the lower edge of a node; what fails comes last, on top. */
export function placeMarks(source: MarkSource): readonly PathMark[] {
  const draft: Draft = { ...source, containers: findShownContainers(source.design), marks: [], edges: new Map() };
  for (const leg of source.legs) markHops(draft, leg);
  markRouteOfReply(draft);
  markGateway(draft);
  markMachines(draft);
  spreadEdges(draft);
  return keepApart(draft.marks, obstaclesOf(source.scene));
}

/** Where a blocker is flagged. */
export type FlagAnchor = Pick<PathMark, 'at' | 'kind'>;

/** The mark at which a blocker is flagged: that of its component, else the first failing one, else where the way stops. */
export function anchorOfBlocker({ legs, scene, diagnosis }: MarkSource, blocker: Blocker, marks: readonly PathMark[]): FlagAnchor | undefined {
  const leg = legs.find((each) => each.leg === blocker.leg);
  const placed = leg?.hops.find(({ hop }) => hop.resource === blocker.resource && hop.passed !== true) ?? leg?.hops.find(({ hop }) => hop.passed === false);
  const failing = marks.filter(({ kind }) => kind === 'fail' || kind === 'undetermined');
  if (!leg || !placed) return failing[0];
  const at = pointAlong(leg.lines[placed.gap] ?? [], distanceOfStop(scene, leg, placed));
  const own = failing.find((mark) => Math.abs(mark.at.x - at.x) + Math.abs(mark.at.y - at.y) < 1);
  return own ?? failing[0] ?? { at, kind: diagnosis.verdict === 'undetermined' ? 'undetermined' : 'fail' };
}
