import { formatCount } from '../../address/format-count.ts';
import type { Quota } from '../../aws/limits.ts';
import type { Severity } from '../../findings/finding.ts';
import type { Lookup } from '../../lookup/entries.ts';

/** More of something than a quota allows. */
export interface QuotaExcess {
  readonly count: number;
  readonly quota: Quota;
  /** `error`: AWS never allows it. `advice`: only after the quota was raised. */
  readonly severity: Extract<Severity, 'error' | 'advice'>;
}

/**
 * Whether a count is more than AWS allows. What stands in an account has had its quota raised already, so an imported
 * design only hears of counts that no raise allows. A number from third parties is never an error.
 */
export function judgeQuota(lookup: Lookup, quota: Quota, count: number): QuotaExcess | undefined {
  if (count <= quota.default) return undefined;
  const { maximum = Infinity } = quota;
  if (count > maximum && quota.basis === 'documentation') return { count, quota, severity: 'error' };
  return lookup.design.snapshot === undefined ? { count, quota, severity: 'advice' } : undefined;
}

/** What to do about it, as the end of a sentence: "; AWS allows 5, and up to 16 when asked; …". */
export function explainQuota({ quota, severity }: QuotaExcess): string {
  const { default: usual, maximum, adjustable } = quota;
  if (severity === 'error') return `AWS allows ${formatCount(maximum ?? usual)} at most`;
  const raise = !adjustable ? '' : maximum === undefined ? ', and more when asked' : `, and up to ${formatCount(maximum)} when asked`;
  return `AWS allows ${formatCount(usual)}${raise}`;
}
