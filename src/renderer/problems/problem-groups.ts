import type { Finding, Severity } from '@core/findings/finding.ts';
import type { Answer } from '../controls/answers.ts';

export const severities: readonly Severity[] = ['error', 'warning', 'advice'];
export const wordOfSeverity: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', advice: 'Advice' };
export const answerOfSeverity: Readonly<Record<Severity, Answer>> = { error: 'fail', warning: 'warn', advice: 'turn' };

/** What the list of problems is narrowed to. */
export interface ProblemFilter {
  readonly severity: Severity | 'all';
  readonly text: string;
  /** Only problems of what is selected. */
  readonly selectedOnly: boolean;
}

const isAbout = (finding: Finding, keys: readonly string[]): boolean => finding.evidence.some(({ at }) => keys.includes(at));

/** The findings that pass a filter; the text is looked for in sentence and rule. */
export function filterFindings(findings: readonly Finding[], filter: ProblemFilter, selected: readonly string[]): readonly Finding[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter((finding) => {
    if (filter.severity !== 'all' && finding.severity !== filter.severity) return false;
    if (filter.selectedOnly && !isAbout(finding, selected)) return false;
    const text = `${finding.message} ${finding.rule}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** How many there are of a severity. */
export const countOf = (findings: readonly Finding[], severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
