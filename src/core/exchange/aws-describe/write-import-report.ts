import { assertNever } from '../../model/assert-never.ts';
import type { ImportLine, ImportReport } from '../../findings/import-report.ts';
import type { Reader } from './define-reader.ts';
import type { Draft } from './draft.ts';
import { countOf, listNames } from './list-names.ts';
import { textIn } from './record.ts';

const verb = (count: number): string => (count === 1 ? 'was' : 'were');

/** The interfaces that were read and are no resources of their own. */
function describeParts(draft: Draft): string {
  const read = new Set(draft.recordsOf('NetworkInterfaces').map(({ record }) => textIn(record, 'NetworkInterfaceId')));
  const parts = draft.all('nat-gateway').flatMap(([, { addresses }]) => Object.values(addresses).flatMap((row) => row.interface ?? []));
  const names = [...new Set(parts)].filter((id) => read.has(id));
  if (names.length === 0) return '';
  return names.length === 1 ? ` ${listNames(names)} is drawn as a part of its NAT gateway.` : ` ${listNames(names)} are drawn as parts of their NAT gateways.`;
}

/** Adds to the line of VPCs that nothing told of their DNS attributes, and to that of interfaces which of them are parts. */
function remarkOn(draft: Draft, { key }: Reader): string {
  if (key === 'NetworkInterfaces') return describeParts(draft);
  return key === 'Vpcs' && !draft.hasKey('VpcAttributes') ? " No file tells DNS attributes, so AWS's defaults stand in, or what the VPC's endpoints and instances need." : '';
}

function describeReader(draft: Draft, reader: Reader): readonly ImportLine[] {
  if (!draft.hasKey(reader.key)) return [];
  const { key, nouns, isModelled } = reader;
  const count = draft.recordsOf(key).length;
  if (count === 0) return [{ type: key, count, outcome: 'read', sentence: `There are no ${nouns.many}.` }];
  const counted = countOf(count, nouns);
  if (isModelled) return [{ type: key, count, outcome: 'read', sentence: `${counted} ${verb(count)} read.${remarkOn(draft, reader)}` }];
  const sentence = `${counted} ${verb(count)} kept whole; Reachable does not judge ${count === 1 ? 'it' : 'them'} yet, and what depends on ${count === 1 ? 'it' : 'them'} is undetermined.`;
  return [{ type: key, count, outcome: 'not-modelled', sentence }];
}

function rank({ outcome }: ImportLine): number {
  switch (outcome) {
    case 'read':
      return 0;
    case 'not-modelled':
      return 1;
    case 'broken-reference':
      return 2;
    case 'skipped':
      return 3;
    default:
      return assertNever(outcome);
  }
}

/** Lines that say the same of the same type, counted together. */
function mergeLines(lines: readonly ImportLine[]): readonly ImportLine[] {
  const merged = new Map<string, ImportLine>();
  for (const line of lines) {
    const key = JSON.stringify([line.type, line.outcome, line.sentence]);
    const earlier = merged.get(key);
    merged.set(key, earlier ? { ...earlier, count: earlier.count + line.count } : line);
  }
  return [...merged.values()];
}

/** The report of an import: what was read, then what is not judged, what leads nowhere, and what was left out. */
export function writeImportReport(draft: Draft, readers: readonly Reader[], found: { readonly broken: readonly ImportLine[]; readonly missing: readonly string[] }): ImportReport {
  const lines = mergeLines([...readers.flatMap((reader) => describeReader(draft, reader)), ...draft.lines(), ...found.broken]);
  return { lines: [...lines].sort((a, b) => rank(a) - rank(b)), missing: found.missing };
}
