import type { Leg } from '@core/findings/diagnosis.ts';
import type { Finding } from '@core/findings/finding.ts';
import type { RowLook } from '../../controls/table-column.ts';
import { noteCanonical } from '../blocks/judge-block.ts';
import { lookOfFindings } from '../rows/findings-of-rows.ts';
import type { RowVerdict } from '../rows/judge-rows.ts';
import { sayLegs } from '../rows/stops-at.ts';
import type { RouteLine } from './list-routes.ts';

export interface RouteJudgement {
  readonly verdict?: RowVerdict | undefined;
  readonly findings?: readonly Finding[] | undefined;
}

const sayLeaving = (legs: readonly Leg[]): string => `The ${sayLegs(legs)} ${legs.length > 1 ? 'take' : 'takes'} this route: no longer prefix matches.`;

function lookOfVerdict({ passes, stops }: RowVerdict): RowLook {
  if (stops.length > 0) return { tone: 'fail', mark: { answer: 'fail', word: `stops ${sayLegs(stops)}` } };
  if (passes.length === 0) return {};
  return { tone: 'pass', mark: { answer: 'pass', word: 'decides' }, sentence: sayLeaving(passes) };
}

function lookOfKind({ kind, blackhole, destination }: RouteLine): RowLook {
  if (kind === 'new') return { note: 'new', sentence: noteCanonical(destination) };
  if (kind === 'proposed') return { faint: true };
  if (blackhole !== undefined) return { mark: { answer: 'warn', word: 'blackhole' }, sentence: blackhole };
  if (kind === 'propagated') return { note: 'propagated', locked: true };
  return kind === 'local' ? { locked: true } : {};
}

/** How a route looks: what it is, what the check says about it, and what it does for the question asked. */
export function lookOfRoute(line: RouteLine, { verdict, findings }: RouteJudgement): RowLook {
  const kind = lookOfKind(line);
  const found = lookOfFindings(findings);
  const judged = verdict ? lookOfVerdict(verdict) : {};
  const sentence = judged.tone === 'fail' ? (kind.sentence ?? found.sentence) : (judged.sentence ?? kind.sentence ?? found.sentence);
  const mark = judged.mark ?? (found.struck === true ? found.mark : (kind.mark ?? found.mark));
  return { ...found, ...kind, ...judged, sentence, mark, note: mark ? undefined : kind.note, locked: kind.locked };
}
