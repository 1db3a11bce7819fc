import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Finding } from '../findings/finding.ts';
import { computeFacts } from '../lookup/resource-facts.ts';
import type { Design } from '../model/design.ts';
import { describePath } from './describe-path.ts';
import { describeScene } from './describe-scene.ts';
import { drawLegend } from './draw-legend.ts';
import type { Legend, LegendPlace } from './draw-legend-items.ts';
import { drawNode } from './draw-node.ts';
import { drawLine, drawPath } from './draw-path.ts';
import { drawTitleBlock, type TitleBlock, type Titled } from './draw-title-block.ts';
import type { Facts } from './node-text.ts';
import { outerPlace } from './outer-place.ts';
import { MARK_RADIUS, type PathDrawing, type PathLabel } from './path-drawing.ts';
import { makePen, makePlainPen, type Pen } from './pen.ts';
import { routeLines, type LineRoute } from './routes-of-lines.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { Rectangle } from './sizes.ts';
import { element, escapeXml, textElement } from './svg.ts';
import { TEXT_FEATURE_SETTINGS, textWidth, type TextStyle } from './text-width.ts';
import { fontStacks, typeScale, type ThemeName } from './tokens.ts';
import { describeViews } from './views/describe-views.ts';
import { drawViews } from './views/draw-views.ts';
import type { ViewDrawing, ViewKnowledge, ViewName } from './views/views.ts';

/** What a picture shows. */
export interface DrawingOptions {
  readonly theme: ThemeName;
  /** Without a ground, to be laid on a page. */
  readonly transparent: boolean;
  /** Only these resources and what they contain; all when empty. Keys of zones and standbys may be named too. */
  readonly only: readonly string[];
  /** Name, day, counts and legend below the drawing; none when missing. */
  readonly titleBlock?: TitleBlock | null;
  /** Routing, security and exposure, drawn over the nodes; the last two need what the evaluator says. */
  readonly views?: readonly ViewName[];
  /** For print: on white, without washes. */
  readonly plain?: boolean;
}

export interface DrawingExtras {
  /** The answer whose path is drawn on top. */
  readonly diagnosis?: Diagnosis;
  /** Computed when missing. */
  readonly facts?: Facts;
  /** Badges at nodes; none when missing. */
  readonly findings?: readonly Finding[];
  readonly knowledge?: ViewKnowledge;
}

/** SVG text and its size in pixels at 100 %. */
export interface DrawnPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const LEGEND_AIR = 20;
const LEAST_WIDTH = 360;
const EMPTY_HEIGHT = 60;
const NOTE: TextStyle = { family: 'text', weight: 400, size: typeScale.body.size };

/** What is drawn: the whole scene or a part of it. */
interface Content {
  readonly nodes: readonly SceneNode[];
  readonly routes: readonly LineRoute[];
  readonly path: PathDrawing | undefined;
  readonly views: ViewDrawing;
}

function keepOnly(scene: Scene, only: readonly string[]): readonly SceneNode[] {
  if (only.length === 0) return scene.nodes;
  const wanted = new Set(only);
  const kept = new Set<string>();
  for (const { key, parent } of scene.nodes) if (wanted.has(key) || (parent !== undefined && kept.has(parent))) kept.add(key);
  return scene.nodes.filter(({ key }) => kept.has(key));
}

const keepViews = ({ tags, lines, notes }: ViewDrawing, keys: ReadonlySet<string>): ViewDrawing => ({
  tags: tags.filter(({ key }) => keys.has(key)),
  lines: lines.filter(({ ends }) => ends.every((key) => keys.has(key))),
  notes,
});

/** Lines and path as far as both their ends are drawn. */
function collectContent(
  design: Design,
  scene: Scene,
  { only, diagnosis, views }: { readonly only: readonly string[]; readonly diagnosis: Diagnosis | undefined; readonly views: ViewDrawing },
): Content {
  const nodes = keepOnly(scene, only);
  const keys = new Set(nodes.map(({ key }) => key));
  const path = diagnosis && describePath(design, scene, diagnosis);
  const isWhole = path !== undefined && [...path.nodes].every((key) => keys.has(key));
  const routes = routeLines(scene).filter(({ line }) => keys.has(line.from) && keys.has(line.to));
  const shown = only.length === 0 ? views : keepViews(views, keys);
  return { nodes, routes: isWhole ? routes.filter(({ line }) => !path.lines.has(line.key)) : routes, path: isWhole ? path : undefined, views: shown };
}

const around = (x: number, y: number, by: number): Rectangle => ({ x: x - by, y: y - by, width: 2 * by, height: 2 * by });

function placeOfLabel({ at, text, anchor }: PathLabel): Rectangle {
  const width = textWidth(text, NOTE);
  return { x: anchor === 'end' ? at.x - width : at.x - width / 2, y: at.y - NOTE.size, width, height: NOTE.size + 4 };
}

function placesOfPath({ pieces, marks, labels, flag }: PathDrawing): readonly Rectangle[] {
  return [
    ...pieces.flatMap(({ points }) => points.map(({ x, y }) => around(x, y, 2))),
    ...marks.map(({ at, kind }) => around(at.x, at.y, MARK_RADIUS[kind] + 2)),
    ...labels.map(placeOfLabel),
    ...(flag ? [flag.place] : []),
  ];
}

const placesOf = ({ nodes, routes, path, views }: Content): readonly Rectangle[] => [
  ...nodes.map(outerPlace),
  ...routes.flatMap(({ points }) => points.map(({ x, y }) => around(x, y, 1))),
  ...(path ? placesOfPath(path) : []),
  ...views.tags.map(({ place }) => place),
  ...views.lines.flatMap(({ points, label }) => [label.place, ...points.map(({ x, y }) => around(x, y, 1))]),
];

/** The smallest rectangle with whole numbers around everything; `undefined` where there is nothing. */
function boundsOf(content: Content): Rectangle | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of placesOf(content)) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  if (left === Infinity) return undefined;
  [left, top] = [Math.floor(left), Math.floor(top)];
  return { x: left, y: top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
}

/** Boxes at the back, then lines, then what stands in the boxes, then the path. */
function drawContent(pen: Pen, { nodes, routes, path, views }: Content): string {
  return [
    ...nodes.filter(({ shape }) => shape === 'box').map((node) => drawNode(pen, node)),
    ...routes.map((route) => drawLine(pen, route, path !== undefined)),
    ...nodes.filter(({ shape }) => shape !== 'box').map((node) => drawNode(pen, node)),
    drawViews(pen, views),
    ...(path ? [drawPath(pen, path)] : []),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

interface Sheet {
  readonly design: Design;
  readonly frame: Rectangle;
  readonly body: string;
}

function writeSheet(pen: Pen, { design, frame, body }: Sheet, isTransparent: boolean): DrawnPicture {
  const { x, y, width, height } = frame;
  const ground = isTransparent ? '' : element('rect', { x, y, width, height, fill: pen.colors['paper-0'] });
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    role: 'img',
    'font-family': fontStacks.text,
    style: `font-feature-settings:${TEXT_FEATURE_SETTINGS}`,
  };
  const title = element('title', {}, escapeXml(design.name));
  return { svg: `${element('svg', attributes, `${title}${ground}\n${body}\n`)}\n`, width, height };
}

const EMPTY_FRAME: Rectangle = { x: 0, y: 0, width: LEAST_WIDTH, height: EMPTY_HEIGHT };

/** A picture of nothing says so. */
function writeEmpty(pen: Pen, sheet: Pick<Sheet, 'design'>, { only, transparent }: DrawingOptions): DrawnPicture {
  const note = only.length === 0 ? 'Nothing is drawn yet.' : 'What was chosen has no place on the canvas.';
  const body = textElement(note, NOTE, { x: MARGIN, y: EMPTY_HEIGHT / 2 + 4, fill: pen.colors['ink-3'] });
  return writeSheet(pen, { ...sheet, frame: EMPTY_FRAME, body }, transparent);
}

interface Explained {
  readonly svg: string;
  /** Around the drawing and its legend, without the margin. */
  readonly bounds: Rectangle;
}

type Below = (place: LegendPlace) => Legend;

const blockOf =
  (pen: Pen, block: TitleBlock, titled: Titled): Below =>
  (place) =>
    drawTitleBlock(pen, block, { titled, place });

/** The drawing, with what stands below it: the legend of a path, the title block. */
function drawExplained(pen: Pen, content: Content, { bounds, below }: { readonly bounds: Rectangle; readonly below: readonly Below[] }): Explained {
  const start: Explained = { svg: drawContent(pen, content), bounds };
  return below.reduce(({ svg, bounds: above }, draw) => {
    const width = Math.max(LEAST_WIDTH, above.width);
    const top = above.y + above.height + LEGEND_AIR;
    const legend = draw({ x: above.x, y: top, width });
    return { svg: svg + legend.svg, bounds: { ...above, width, height: Math.ceil(top + legend.height - above.y) } };
  }, start);
}

const viewsOf = (design: Design, scene: Scene, { options, extras }: { readonly options: DrawingOptions; readonly extras: DrawingExtras }): ViewDrawing =>
  describeViews(design, scene, { on: options.views ?? [], knowledge: extras.knowledge ?? {} });

function penFor({ theme, plain }: DrawingOptions, path: PathDrawing | undefined): Pen {
  const isDimmed = path && ((key: string) => !path.nodes.has(key));
  return plain === true ? makePlainPen(isDimmed) : makePen(theme, isDimmed);
}

/**
 * The design as one SVG file that needs nothing else, in the look of the canvas: drawn from the model and its layout, so
 * that it is whole at any size. With a diagnosis, its path, marks, flag and a legend are drawn on top and everything else
 * is dimmed. The same input gives the same bytes.
 */
export function drawDesign(design: Design, options: DrawingOptions, extras: DrawingExtras = {}): DrawnPicture {
  const { diagnosis, findings = [], facts = computeFacts(design) } = extras;
  const scene = describeScene(design, { facts, findings });
  const views = viewsOf(design, scene, { options, extras });
  const content = collectContent(design, scene, { only: options.only, diagnosis, views });
  const { path } = content;
  const pen = penFor(options, path);
  const drawn = boundsOf(content);
  if (!drawn) return writeEmpty(pen, { design }, options);
  const legend: readonly Below[] = path && diagnosis ? [(place) => drawLegend(pen, { scene, diagnosis, path }, place)] : [];
  const titled = { name: design.name, nodes: content.nodes, lines: content.routes.map(({ line }) => line) };
  const title: readonly Below[] = options.titleBlock ? [blockOf(pen, options.titleBlock, titled)] : [];
  const { svg, bounds } = drawExplained(pen, content, { bounds: drawn, below: [...legend, ...title] });
  const frame = { x: bounds.x - MARGIN, y: bounds.y - MARGIN, width: bounds.width + 2 * MARGIN, height: bounds.height + 2 * MARGIN };
  return writeSheet(pen, { design, frame, body: svg }, options.transparent);
}
