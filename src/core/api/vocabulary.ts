/** The nouns and the few words a host needs to ask the core and to pass its answers on. */
export type { ViewName } from '../drawing/views/views.ts';
export type { Comparison } from '../findings/comparison.ts';
export type { Diagnosis } from '../findings/diagnosis.ts';
export type { ExposureRow } from '../findings/exposure.ts';
export type { Finding, Severity } from '../findings/finding.ts';
export type { Fix } from '../findings/fix.ts';
export type { ImportChange, ImportReport } from '../findings/import-report.ts';
export type { Report } from '../findings/report.ts';
export type { Design, Expectation, Layout } from '../model/design.ts';
export { clientClasses, questionSchema, symptoms, verdicts } from '../model/question.ts';
export type { ClientClass, Question, Symptom, Verdict } from '../model/question.ts';
export { fail, succeed } from '../model/reply.ts';
export type { Problem, Reply } from '../model/reply.ts';
