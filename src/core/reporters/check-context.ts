import type { Finding, Severity } from '../findings/finding.ts';
import type { Report } from '../findings/report.ts';
import type { Design } from '../model/design.ts';
import { countWords } from './text-layout.ts';

/** What every reporter of a check is given. `source` is the file as the person named it; `text` its content where it is JSON. */
export interface CheckContext {
  readonly source: string;
  readonly design: Design;
  readonly report: Report;
  readonly text?: string;
}

const severities: readonly Severity[] = ['error', 'warning', 'advice'];

export function countSeverity(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

const wordsOf = (count: number, severity: Severity): string =>
  severity === 'advice' ? countWords(count, 'piece of advice', 'pieces of advice') : countWords(count, severity);

/** `2 errors, 1 warning`, or `No problems in 6 subnets`. */
export function summarise({ design, report: { findings } }: CheckContext): string {
  if (findings.length === 0) {
    const subnets = Object.values(design.resources).filter((resource) => resource.kind === 'subnet').length;
    return `No problems in ${countWords(subnets, 'subnet')}`;
  }
  return severities
    .map((severity) => ({ severity, count: countSeverity(findings, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => wordsOf(count, severity))
    .join(', ');
}
