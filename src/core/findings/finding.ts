import type { Evidence } from './evidence.ts';
import type { Fix } from './fix.ts';

export type Severity = 'error' | 'warning' | 'advice';

/** What a rule says about the design. `id` is stable: rule id and evidence, so a finding can be named on a command line. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly learnMore: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}

/** The findings that are not among the others. */
export function withoutFindings(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const ids = new Set(others.map(({ id }) => id));
  return findings.filter(({ id }) => !ids.has(id));
}
