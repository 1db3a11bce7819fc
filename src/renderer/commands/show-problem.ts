import type { App } from '../app/app-context.ts';
import type { AppState } from '../store/app-state.ts';
import { findingsOf } from '../store/report-slice.ts';

export const hasProblems = (state: AppState): boolean => state.workspace.screen === 'editor' && findingsOf(state.report).length > 0;

/** Selects the place of the next or previous finding, reads it out and shows the list. */
export function showProblem({ store, canvas }: App, direction: 'next' | 'previous'): void {
  const { report, selection } = store.getState();
  const findings = findingsOf(report).filter(({ evidence }) => evidence.length > 0);
  if (findings.length === 0) return;
  const current = findings.findIndex(({ evidence }) => {
    const place = evidence[0];
    return place !== undefined && place.at === selection.keys[0] && (place.row ?? null) === selection.row;
  });
  const step = direction === 'next' ? 1 : -1;
  const start = current === -1 && direction === 'previous' ? 0 : current;
  const finding = findings[(start + step + findings.length) % findings.length];
  const place = finding?.evidence[0];
  if (!finding || !place) return;
  store.showEvidence(place);
  store.showDockTab('problems');
  store.announce(finding.message);
  canvas.current?.reveal(place.at);
}
