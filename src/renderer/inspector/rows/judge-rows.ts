import type { Diagnosis, Leg } from '@core/findings/diagnosis.ts';
import { rowKey } from './row-key.ts';

/** What a row does for the question that is asked: the legs it lets through and those it stops. */
export interface RowVerdict {
  readonly passes: readonly Leg[];
  readonly stops: readonly Leg[];
}

const NOTHING: RowVerdict = { passes: [], stops: [] };
const added = (legs: readonly Leg[], leg: Leg): readonly Leg[] => (legs.includes(leg) ? legs : [...legs, leg]);

function withHop({ passes, stops }: RowVerdict, leg: Leg, passed: boolean): RowVerdict {
  return passed ? { passes: added(passes, leg), stops } : { passes, stops: added(stops, leg) };
}

/** The rows of a resource that the answer names, by {@link rowKey}. What comes after the first blocker decides nothing. */
export function judgeRows(diagnosis: Diagnosis | null, resource: string): ReadonlyMap<string, RowVerdict> {
  const verdicts = new Map<string, RowVerdict>();
  for (const { leg, hops } of diagnosis?.paths ?? []) {
    for (const { because, passed } of hops) {
      if (because?.at !== resource || because.row === undefined || passed === null) continue;
      const key = rowKey(because.row, because.direction);
      verdicts.set(key, withHop(verdicts.get(key) ?? NOTHING, leg, passed));
    }
  }
  return verdicts;
}
