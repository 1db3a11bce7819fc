import type { Finding } from '../findings/finding.ts';
import { summarise, type CheckContext } from './check-context.ts';
import { describeEvidence } from './names.ts';

/** Text that Markdown and the HTML it may hold leave alone, on one line of a table. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[|*_`[\]]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\s+/g, ' ');
}

function writeRow({ severity, message, rule, learnMore, evidence, fixes }: Finding, { design }: CheckContext): string {
  const places = evidence.map((one) => escapeMarkdown(describeEvidence(design, one))).join('<br>');
  const fix = fixes.map(({ title }) => escapeMarkdown(title)).join('<br>');
  return `| ${severity} | ${escapeMarkdown(message)} [${escapeMarkdown(rule)}](${learnMore}) | ${places} | ${fix} |`;
}

/** The findings as a Markdown table, for a review or a comment. */
export function writeCheckMarkdown(context: CheckContext): string {
  const { findings } = context.report;
  const title = `## ${escapeMarkdown(context.source)}: ${summarise(context)}`;
  const table = findings.length === 0 ? [] : ['', '| Severity | Finding | Where | Fix |', '| --- | --- | --- | --- |', ...findings.map((finding) => writeRow(finding, context))];
  return `${[title, ...table].join('\n')}\n`;
}
