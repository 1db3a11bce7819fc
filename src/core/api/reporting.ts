/** What a host says in text and what it needs to name an answer: for hosts without a page. */
export { countSeverity } from '../reporters/check-context.ts';
export type { CheckContext } from '../reporters/check-context.ts';
export { writeCheckMarkdown } from '../reporters/check-markdown.ts';
export { writeCheckSarif } from '../reporters/check-sarif.ts';
export { writeCheckText } from '../reporters/check-text.ts';
export { isSame } from '../comparison/compare-designs.ts';
export { writeComparisonMarkdown } from '../reporters/comparison-markdown.ts';
export { writeComparisonText } from '../reporters/comparison-text.ts';
export type { ComparedDesigns } from '../reporters/comparison-words.ts';
export { writeDiagnosisText } from '../reporters/diagnosis-text.ts';
export { holds, writeExpectationsText } from '../reporters/expectations-text.ts';
export type { ExpectationResult } from '../reporters/expectations-text.ts';
export { writeExposureText } from '../reporters/exposure-text.ts';
export { writeFixText } from '../reporters/fix-text.ts';
export { hasImportWarnings, writeChangesText, writeImportText } from '../reporters/import-text.ts';
export { writeJson, writeJsonLine } from '../reporters/json.ts';
export type { Paint, TextStyle, Tone } from '../reporters/paint.ts';
