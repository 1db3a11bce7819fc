import type { BlockerComponent, Diagnosis, Leg } from '@core/findings/diagnosis.ts';

/** The legs of the question asked that a component stops at a place: the ACL of a subnet, say. */
export function stopsAt(diagnosis: Diagnosis | null, component: BlockerComponent, at: string): readonly Leg[] {
  const blockers = (diagnosis?.blockers ?? []).filter(
    (blocker) => blocker.component === component && (blocker.resource === at || blocker.evidence.some((evidence) => evidence.at === at)),
  );
  return [...new Set(blockers.map(({ leg }) => leg))];
}

/** "request passes", "request and reply pass". */
export const sayPassing = (legs: readonly Leg[]): string => `${sayLegs(legs)} ${legs.length > 1 ? 'pass' : 'passes'}`;

/** "reply", "request and reply". */
export const sayLegs = (legs: readonly Leg[]): string => [...legs].sort().reverse().join(' and ');
