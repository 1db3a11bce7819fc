import ElkConstructor, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { formatCount } from '@core/address/format-count.ts';
import { arrange } from '@core/drawing/arrange.ts';
import { describeScene } from '@core/drawing/describe-scene.ts';
import { routeLines } from '@core/drawing/routes-of-lines.ts';
import type { Scene, SceneNode } from '@core/drawing/scene.ts';
import { isContainerKind, PADDING } from '@core/drawing/sizes.ts';
import { computeFacts } from '@core/lookup/resource-facts.ts';
import type { Design } from '@core/model/design.ts';
import { describeTemplates, openTemplate } from '@core/templates/index.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}
type Line = readonly Point[];

/** What a drawing of a design costs the eye: how often lines cross, and how long they are together, in pixels. */
interface Drawing {
  readonly crossings: number;
  readonly length: number;
  /** Of the whole drawing, in square pixels. */
  readonly area: number;
}

/** ELK's own way, told no more than the containers and their captions: layered, with lines at right angles. */
const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
};

function toElkNode(scene: Scene, node: SceneNode): ElkNode {
  const { key, kind, box } = node;
  const children = node.children.flatMap((child) => scene.byKey.get(child) ?? []).map((child) => toElkNode(scene, child));
  if (!isContainerKind(kind) || children.length === 0) return { id: key, width: box.width, height: box.height };
  const { top, right, bottom, left } = PADDING[kind];
  return { id: key, children, layoutOptions: { 'elk.padding': `[top=${top},left=${left},bottom=${bottom},right=${right}]` } };
}

const pointsOf = ({ sections = [] }: ElkExtendedEdge): Line => sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);

const piecesOf = (line: Line): readonly (readonly [Point, Point])[] => line.slice(1).map((point, index) => [line[index] ?? point, point]);
const lengthOf = (line: Line): number => piecesOf(line).reduce((sum, [from, to]) => sum + Math.abs(to.x - from.x) + Math.abs(to.y - from.y), 0);

const isBetween = (value: number, a: number, b: number): boolean => value > Math.min(a, b) + 0.5 && value < Math.max(a, b) - 0.5;

function doCross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const isLevel = a.y === b.y;
  if (isLevel === (c.y === d.y)) return false;
  return isLevel ? isBetween(c.x, a.x, b.x) && isBetween(a.y, c.y, d.y) : isBetween(a.x, c.x, d.x) && isBetween(c.y, a.y, b.y);
}

function countCrossings(lines: readonly Line[]): number {
  let count = 0;
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) for (const piece of piecesOf(line)) count += piecesOf(other).filter((against) => doCross(piece, against)).length;
  });
  return count;
}

const judge = (lines: readonly Line[], { width, height }: { readonly width: number; readonly height: number }): Drawing => ({
  crossings: countCrossings(lines),
  length: Math.round(lines.reduce((sum, line) => sum + lengthOf(line), 0)),
  area: Math.round(width * height),
});

function drawOurs(design: Design): { readonly scene: Scene; readonly drawing: Drawing } {
  const facts = computeFacts(design);
  const scene = describeScene({ ...design, layout: arrange(design) }, { facts });
  const places = scene.nodes.map(({ place }) => place);
  const size = { width: Math.max(...places.map(({ x, width }) => x + width)), height: Math.max(...places.map(({ y, height }) => y + height)) };
  return { scene, drawing: judge(routeLines(scene).map(({ points }) => points), size) };
}

async function drawWithElk(scene: Scene): Promise<Drawing> {
  const children = scene.nodes.filter(({ parent }) => parent === undefined).map((node) => toElkNode(scene, node));
  const edges = scene.lines.map(({ key, from, to }) => ({ id: key, sources: [from], targets: [to] }));
  const graph: ElkNode = { id: 'root', layoutOptions: LAYERED, children: [...children], edges };
  const placed: ElkNode = await new ElkConstructor().layout(graph);
  return judge((placed.edges ?? []).map(pointsOf), { width: placed.width ?? 0, height: placed.height ?? 0 });
}

const THOUSAND = 1_000;

/** A row for each template with lines: what its drawing costs the eye, arranged by us and by ELK's plain layered way. */
export async function* measureArrangement(): AsyncGenerator<string> {
  yield '| arranged | lines | crossings: ours, ELK | length in px: ours, ELK | area in 1,000 px²: ours, ELK |';
  yield '| --- | --- | --- | --- | --- |';
  for (const { id, title, group } of describeTemplates()) {
    const opened = openTemplate({ id });
    if (group !== 'template' || !opened.ok) continue;
    const { scene, drawing: ours } = drawOurs(opened.value);
    if (scene.lines.length === 0) continue;
    const elk = await drawWithElk(scene);
    const areas = [ours, elk].map(({ area }) => formatCount(Math.round(area / THOUSAND)));
    yield `| ${title} | ${scene.lines.length} | ${ours.crossings}, ${elk.crossings} | ${formatCount(ours.length)}, ${formatCount(elk.length)} | ${areas.join(', ')} |`;
  }
}
