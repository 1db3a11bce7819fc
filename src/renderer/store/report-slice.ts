import type { Finding, Severity } from '@core/findings/finding.ts';
import type { Report, ResourceFacts } from '@core/findings/report.ts';
import { askLatest } from './ask-latest.ts';
import type { SliceContext } from './slice-context.ts';

export interface ReportState {
  /** The latest answer; `null` before the first one. It stays while a newer one is awaited. */
  readonly value: Report | null;
  /** The revision of the design that `value` is about. */
  readonly revision: number;
  /** When it arrived (milliseconds since 1970), and how long it took (milliseconds). */
  readonly checkedAt: number;
  readonly duration: number;
}

export const initialReport: ReportState = { value: null, revision: 0, checkedAt: 0, duration: 0 };

/** Keeps the report in step with the design; the answer is the function that asks. */
export function followReport({ get, set, host, now }: SliceContext, complain: (sentence: string) => void): () => void {
  let askedAt = 0;
  return askLatest<Report>({
    put: () => {
      askedAt = now();
      const { design, revision } = get();
      return { revision, answer: host.check({ design }) };
    },
    receive: (reply, revision) => {
      if (revision < get().report.revision) return;
      if (!reply.ok) return complain(reply.problem.message);
      const checkedAt = now();
      set({ report: { value: reply.value, revision, checkedAt, duration: Math.max(0, checkedAt - askedAt) } });
    },
  });
}

const noFindings: readonly Finding[] = [];
export const findingsOf = (report: ReportState): readonly Finding[] => report.value?.findings ?? noFindings;

/** What is computed about a resource: public or private, counts, members. */
export const factsOf = (report: ReportState, id: string): ResourceFacts | undefined => {
  const facts = report.value?.facts;
  return facts && Object.hasOwn(facts, id) ? facts[id] : undefined;
};

export const countFindings = (report: ReportState, severity: Severity): number => findingsOf(report).filter((finding) => finding.severity === severity).length;
