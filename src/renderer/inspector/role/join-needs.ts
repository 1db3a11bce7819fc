import type { RoleNeed } from '@core/findings/report.ts';

/** Actions on one resource that one statement decides alike. */
export interface JoinedNeed extends Pick<RoleNeed, 'resource' | 'answer' | 'because'> {
  readonly key: string;
  readonly actions: readonly string[];
}

/** Puts actions on one resource with one answer together, those of several instances too. */
export function joinNeeds(needs: readonly RoleNeed[]): readonly JoinedNeed[] {
  const joined = new Map<string, JoinedNeed>();
  for (const { action, resource, answer, because } of needs) {
    const key = `${answer} ${resource} ${because}`;
    const actions = joined.get(key)?.actions ?? [];
    joined.set(key, { key, resource, answer, because, actions: actions.includes(action) ? actions : [...actions, action] });
  }
  return [...joined.values()];
}
