import type { ScriptReading, ScriptRemark } from '@core/findings/script-reading.ts';

/** Where a line stands in a text, as the end-exclusive range that a field selects; the last line where there is no such one. */
export function rangeOfLine(text: string, line: number): readonly [start: number, end: number] {
  let start = 0;
  for (let number = 1; number < line; number += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end];
}

const WEIGHTS: Readonly<Record<ScriptRemark['harm'], number>> = { unknown: 0, part: 1, stops: 2 };

/** The worst that is said of each line. */
export function marksOf(remarks: ScriptReading['remarks']): ReadonlyMap<number, ScriptRemark['harm']> {
  const marks = new Map<number, ScriptRemark['harm']>();
  for (const { line, harm } of remarks) {
    if (line === null) continue;
    const known = marks.get(line);
    if (known === undefined || WEIGHTS[known] < WEIGHTS[harm]) marks.set(line, harm);
  }
  return marks;
}

/** `2 faults`, `1 open question`: what the head of the section says. */
export function countRemarks(remarks: ScriptReading['remarks']): string | undefined {
  const open = remarks.filter(({ harm }) => harm === 'unknown').length;
  const faults = remarks.length - open;
  const words = [...(faults === 0 ? [] : [faults === 1 ? '1 fault' : `${faults} faults`]), ...(open === 0 ? [] : [open === 1 ? '1 open question' : `${open} open questions`])];
  return words.length === 0 ? undefined : words.join(', ');
}
