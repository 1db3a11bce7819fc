import { nounOf } from '../editing/nouns.ts';
import type { ResourceChange } from '../findings/comparison.ts';
import type { Finding } from '../findings/finding.ts';
import { escapeMarkdown as escape } from './check-markdown.ts';
import { nameAndId, NO_DIFFERENCE, sentencesOf, summariseChanges, tellField, type ComparedDesigns } from './comparison-words.ts';

/** Beyond this many rows a comment on a change is longer than what it comments on: the table is folded. */
const MOST_ROWS_SHOWN = 15;

function writeList(title: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : ['', `**${title}**`, '', ...sentences.map((sentence) => `- ${escape(sentence)}`)];
}

const tellFinding = ({ severity, message }: Finding): string => `${severity}: ${message}`;

function writeRow(change: ResourceChange): string {
  const fields = change.fields.map((field) => escape(tellField(field))).join('<br>');
  return `| ${change.change} | ${nounOf(change.kind)} | ${escape(nameAndId(change))} | ${fields} |`;
}

function writeTable(resources: readonly ResourceChange[]): readonly string[] {
  if (resources.length === 0) return [];
  const table = ['| Change | Kind | Resource | What |', '| --- | --- | --- | --- |', ...resources.map(writeRow)];
  if (resources.length <= MOST_ROWS_SHOWN) return ['', ...table];
  return ['', '<details>', `<summary>${resources.length} resources</summary>`, '', ...table, '', '</details>'];
}

/** What differs, for a comment on a change: first what opens and closes, then findings and saved questions, then every resource. */
export function writeComparisonMarkdown({ before, after, comparison }: ComparedDesigns): string {
  const { design, resources, opens, closes, findings, expectations, notes } = comparison;
  const parts = [
    ...writeList('Opens', sentencesOf(opens)),
    ...writeList('Closes', sentencesOf(closes)),
    ...writeList('New findings', findings.appeared.map(tellFinding)),
    ...writeList('Findings that are gone', findings.resolved.map(tellFinding)),
    ...writeList('Expectations', sentencesOf(expectations)),
    ...writeList('Design', design.map((field) => tellField(field))),
    ...writeTable(resources),
  ];
  const title = `## ${escape(before)} → ${escape(after)}: ${parts.length === 0 ? 'no difference' : summariseChanges(resources)}`;
  const body = parts.length === 0 ? ['', NO_DIFFERENCE] : parts;
  return `${[title, ...notes.flatMap((note) => ['', escape(note)]), ...body].join('\n')}\n`;
}
