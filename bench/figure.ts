import type { Comparison, Spread } from './measure.ts';

/** One line of the report. */
export interface Figure {
  readonly title: string;
  /** What the ratio is a multiple of. */
  readonly unit: string;
  readonly comparison: Comparison;
  readonly goal?: { readonly most: number } | { readonly least: number };
  /** What has to be known to read the number. */
  readonly note?: string;
}

const TENS = 10;
const THOUSANDS = 1_000;

/** Three digits that mean something, with thousands commas. */
function write(value: number): string {
  if (value >= THOUSANDS) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(value >= THOUSANDS / TENS ? 0 : value >= TENS ? 1 : value >= 1 ? 2 : 3);
}

const writeSpread = ({ min, median, max }: Spread): string => `${write(median)} (${write(min)}–${write(max)})`;

export function meetsGoal({ goal, comparison: { ratio } }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'most' in goal ? ratio.median <= goal.most : ratio.median >= goal.least;
}

function writeGoal(figure: Figure): string {
  const { goal } = figure;
  if (goal === undefined) return '';
  const words = 'most' in goal ? `at most ${write(goal.most)}` : `at least ${write(goal.least)}`;
  return `${words}: ${meetsGoal(figure) === true ? 'met' : 'missed'}`;
}

export const tableHead: readonly string[] = ['| what | ratio: median (min–max) | of what | goal | ms | noise |', '| --- | --- | --- | --- | --- | --- |'];

/** One row of a Markdown table. */
export function writeRow(figure: Figure): string {
  const { title, unit, comparison, note } = figure;
  const cells = [note === undefined ? title : `${title} (${note})`, writeSpread(comparison.ratio), unit, writeGoal(figure), writeSpread(comparison.subject), writeSpread(comparison.noise)];
  return `| ${cells.join(' | ')} |`;
}
