import type { Finding } from '@core/findings/finding.ts';

/** The mark of a line: the worst finding of the resource. */
export interface OutlineMark {
  readonly answer: 'fail' | 'warn';
  readonly sentence: string;
}

/** The worst finding of each resource; advice marks nothing. */
export function markResources(findings: readonly Finding[]): ReadonlyMap<string, OutlineMark> {
  const marks = new Map<string, OutlineMark>();
  for (const { severity, evidence, message } of findings) {
    const at = evidence[0]?.at;
    if (at === undefined || severity === 'advice' || marks.get(at)?.answer === 'fail') continue;
    const answer = severity === 'error' ? 'fail' : 'warn';
    if (answer === 'fail' || !marks.has(at)) marks.set(at, { answer, sentence: message });
  }
  return marks;
}
