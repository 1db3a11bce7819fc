import { capitalise, pluralOf } from '../editing/nouns.ts';
import type { ChangeKind, Comparison, FieldChange, ResourceChange } from '../findings/comparison.ts';
import type { Finding } from '../findings/finding.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import { groupByKind, nameAndId, NO_DIFFERENCE, sentencesOf, summariseChanges, tellField, type ComparedDesigns } from './comparison-words.ts';
import { plainStyle, type TextStyle, type Tone } from './paint.ts';
import { hang } from './text-layout.ts';

const toneOf: Readonly<Record<ChangeKind, Tone>> = { added: 'pass', removed: 'fail', changed: 'warning' };
const WORD_LENGTH = 'changed  '.length;
const INDENT = '  ';

const writeField = (field: FieldChange, { width }: TextStyle): string => hang(' '.repeat(INDENT.length + WORD_LENGTH), tellField(field), { width });

function writeResource(change: ResourceChange, style: TextStyle): string {
  const lead = `${INDENT}${style.paint(toneOf[change.change], change.change.padEnd(WORD_LENGTH))}`;
  return [hang(lead, nameAndId(change), { width: style.width, leadLength: INDENT.length + WORD_LENGTH }), ...change.fields.map((field) => writeField(field, style))].join('\n');
}

const writeKind = (kind: ResourceKind, changes: readonly ResourceChange[], style: TextStyle): string =>
  [style.paint('strong', capitalise(pluralOf(kind))), ...changes.map((change) => writeResource(change, style))].join('\n');

function writeList(title: string, sentences: readonly string[], style: TextStyle): readonly string[] {
  if (sentences.length === 0) return [];
  return [[style.paint('strong', title), ...sentences.map((sentence) => hang(`${INDENT}- `, sentence, { width: style.width }))].join('\n')];
}

const tellFinding = ({ severity, message }: Finding): string => `${severity}: ${message}`;

function writeEffects({ opens, closes, findings, expectations }: Comparison, style: TextStyle): readonly string[] {
  return [
    ...writeList('Opens', sentencesOf(opens), style),
    ...writeList('Closes', sentencesOf(closes), style),
    ...writeList('New findings', findings.appeared.map(tellFinding), style),
    ...writeList('Findings that are gone', findings.resolved.map(tellFinding), style),
    ...writeList('Expectations', sentencesOf(expectations), style),
  ];
}

/** What differs, for people: by kind of resource, then what it opens and closes, then the counts. */
export function writeComparisonText({ before, after, comparison }: ComparedDesigns, style: TextStyle = plainStyle): string {
  const { design, resources, notes } = comparison;
  const kinds = [...groupByKind(resources)].map(([kind, changes]) => writeKind(kind, changes, style));
  const parts = [...writeList('Design', design.map((field) => tellField(field)), style), ...kinds, ...writeEffects(comparison, style)];
  const hints = notes.map((note) => hang('', note, { width: style.width }));
  if (parts.length === 0) return `${[NO_DIFFERENCE, ...hints].join('\n')}\n`;
  return `${[...parts, [...hints, style.paint('strong', `${before} → ${after}: ${summariseChanges(resources)}.`)].join('\n')].join('\n\n')}\n`;
}
