import type { Finding } from '@core/findings/finding.ts';
import type { RowLook } from '../controls/table-column.ts';
import { lookOfFindings } from '../inspector/rows/findings-of-rows.ts';
import type { RowVerdict } from '../inspector/rows/judge-rows.ts';
import { sayLegs, sayPassing } from '../inspector/rows/stops-at.ts';

export interface RuleJudgement {
  readonly verdict?: RowVerdict | undefined;
  readonly findings?: readonly Finding[] | undefined;
}

function lookOfVerdict({ passes, stops }: RowVerdict): RowLook {
  if (stops.length > 0) return { tone: 'fail', mark: { answer: 'fail', word: `${sayLegs(stops)} dropped` } };
  return passes.length > 0 ? { tone: 'pass', mark: { answer: 'pass', word: sayPassing(passes) } } : {};
}

/** How a rule looks for what it does to the question asked and for what the check says about it. */
export function lookOfRule({ verdict, findings }: RuleJudgement): RowLook {
  const found = lookOfFindings(findings);
  const judged = verdict ? lookOfVerdict(verdict) : {};
  return { ...found, ...judged, struck: found.struck === true && judged.tone === undefined };
}
