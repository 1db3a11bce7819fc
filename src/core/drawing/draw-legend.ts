import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Verdict } from '../model/question.ts';
import { drawItems, type Item, type Legend, type LegendPlace } from './draw-legend-items.ts';
import { drawMark, legStroke } from './draw-path.ts';
import { glyphToSvgGroup } from './glyphs/glyph-to-svg.ts';
import type { GlyphId } from './glyphs/index.ts';
import type { LegPiece, PathDrawing } from './path-drawing.ts';
import type { Pen } from './pen.ts';
import type { Scene } from './scene.ts';
import { element, round, textElement } from './svg.ts';
import { textWidth, type TextStyle } from './text-width.ts';
import { typeScale } from './tokens.ts';

const SENTENCE: TextStyle = { family: 'text', weight: 600, size: typeScale.strong.size };
const QUESTION: TextStyle = { family: 'text', weight: 400, size: typeScale.body.size };
const GLYPH = 16;
const GLYPH_AIR = 8;
const SAMPLE = 36;
const MARK_WIDTH = 28;
const RULE_AIR = 12;

const glyphOf: Readonly<Record<Verdict, GlyphId>> = {
  reachable: 'answer-pass',
  blocked: 'answer-fail',
  ambiguous: 'answer-ambiguous',
  undetermined: 'answer-undetermined',
};

/** Breaks a sentence between words; a word longer than the width keeps a line to itself. */
export function wrapText(text: string, width: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function describeQuestion(scene: Scene, { question }: Diagnosis): string {
  const nameOf = (end: string): string => (end === 'internet' ? 'Internet' : (scene.byKey.get(end)?.title ?? end));
  const protocol = typeof question.protocol === 'number' ? `protocol ${question.protocol}` : (question.protocol ?? 'tcp').toUpperCase();
  const traffic = question.port === undefined ? protocol : `${protocol} ${question.port}`;
  return `${nameOf(question.from)} to ${nameOf(question.to)}, ${traffic}`;
}

const wordsOf: Readonly<Record<LegPiece['style'], (leg: string) => string>> = {
  travels: (leg) => leg,
  stopped: (leg) => `${leg}, stopped`,
  'never-arrives': (leg) => `${leg}, never arrives`,
  'not-known': (leg) => `${leg}, not known`,
};

function lineItems(pen: Pen, pieces: readonly LegPiece[]): readonly Item[] {
  const items = new Map<string, Item>();
  for (const { leg, style } of pieces) {
    const words = wordsOf[style](leg);
    const { stroke, attributes } = legStroke(style, leg);
    const draw = (x: number, y: number): string =>
      element('path', { d: `M${round(x)} ${round(y)}h${SAMPLE - 8}`, fill: 'none', stroke: pen.colors[stroke], ...attributes });
    items.set(words, { width: SAMPLE, words, draw });
  }
  return [...items.values()];
}

function markItems(pen: Pen, { marks }: PathDrawing, { steps }: Diagnosis): readonly Item[] {
  const items: Item[] = [];
  for (const { number, title } of steps) {
    for (const kind of ['pass', 'warn', 'undetermined', 'fail'] as const) {
      if (!marks.some((mark) => mark.step === number && mark.kind === kind)) continue;
      const suffix = kind === 'fail' ? ', fails' : kind === 'warn' ? ', warning' : '';
      items.push({ width: MARK_WIDTH, words: `${title}${suffix}`, draw: (x, y) => drawMark(pen, { kind, step: number, at: { x: x + 11, y } }) });
    }
  }
  return items;
}

function drawVerdict(pen: Pen, diagnosis: Diagnosis, place: LegendPlace): Legend {
  const lines = wrapText(diagnosis.sentence, place.width - GLYPH - GLYPH_AIR, SENTENCE);
  const glyph = glyphToSvgGroup(glyphOf[diagnosis.verdict], { size: GLYPH, color: pen.colors['ink-1'], theme: pen.theme }, { x: place.x, y: place.y + 1 });
  const texts = lines.map((line, index) =>
    textElement(line, SENTENCE, { x: place.x + GLYPH + GLYPH_AIR, y: place.y + 13.5 + index * typeScale.strong.line, fill: pen.colors['ink-1'] }),
  );
  return { svg: [glyph, ...texts].join(''), height: lines.length * typeScale.strong.line };
}

/** Verdict, question, and what the lines and numbers of the path mean. */
export function drawLegend(
  pen: Pen,
  { scene, diagnosis, path }: { readonly scene: Scene; readonly diagnosis: Diagnosis; readonly path: PathDrawing },
  place: LegendPlace,
): Legend {
  const rule = element('path', { d: `M${round(place.x)} ${round(place.y)}h${round(place.width)}`, stroke: pen.colors['line-1'] });
  let y = place.y + RULE_AIR;
  const verdict = drawVerdict(pen, diagnosis, { ...place, y });
  y += verdict.height;
  const question = textElement(describeQuestion(scene, diagnosis), QUESTION, { x: place.x + GLYPH + GLYPH_AIR, y: y + 13, fill: pen.colors['ink-2'] });
  y += typeScale.body.line + RULE_AIR / 2;
  const lines = drawItems(pen, lineItems(pen, path.pieces), { ...place, y });
  y += lines.height;
  const marks = drawItems(pen, markItems(pen, path, diagnosis), { ...place, y });
  return { svg: rule + verdict.svg + question + lines.svg + marks.svg, height: y + marks.height - place.y };
}
