import { parseCidr } from '../address/cidr.ts';
import type { EditResult } from '../editing/edit-result.ts';
import { subnetsOf, zonesOf } from '../editing/members.ts';
import { countOf } from '../editing/nouns.ts';
import { setSubnetCidr } from '../editing/set-subnet-cidr.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import type { Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import { chainEdits, type WaitingEdit } from './chain-edits.ts';
import { createSubnetAt } from './reshape-subnets.ts';

/** A subnet as a line of a spreadsheet names it. */
export interface WrittenSubnet {
  readonly name: string;
  readonly cidr: string;
  /** Empty where the table has no such column. */
  readonly zone: string;
}

/** Cells of a CSV line; quotes may hold separators and doubled quotes (RFC 4180). Semicolons and tabs part cells too. */
function cellsOf(line: string): readonly string[] {
  const cells = line.match(/("([^"]|"")*"|[^,;\t]*)([,;\t]|$)/g) ?? [];
  const texts = cells.map((cell) => cell.replace(/[,;\t]$/, '').trim());
  return texts.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).replace(/^'(?=[=+@-])/, ''));
}

const COLUMNS = {
  name: ['subnet', 'name', 'subnet name'],
  cidr: ['cidr', 'block', 'ipv4 cidr', 'ipv4 block', 'cidr block'],
  zone: ['availability zone', 'zone', 'az'],
} as const;

function findColumn(head: readonly string[], names: readonly string[]): number {
  return head.findIndex((title) => names.includes(title.toLowerCase()));
}

function readLine(cells: readonly string[], number: number, columns: Readonly<Record<keyof typeof COLUMNS, number>>): WrittenSubnet | string {
  const [name = '', given = '', zone = ''] = [cells[columns.name], cells[columns.cidr], cells[columns.zone]];
  const parsed = parseCidr(given);
  if (!parsed.ok) return `Line ${number}: ${parsed.problem}`;
  return { name: name === '' ? `subnet-${parsed.canonical}` : name, cidr: parsed.canonical, zone };
}

/**
 * Reads a plan from CSV with a head: a column `Subnet` or `Name`, one `CIDR` or `Block`, and optionally one `Availability
 * Zone`. Lines of free blocks, as the plan's own CSV has them, are passed over. The first wrong line refuses all.
 */
export function readPlanCsv(text: string): Reply<readonly WrittenSubnet[]> {
  const lines = text.split(/\r?\n/).map((line, index) => ({ cells: cellsOf(line), number: index + 1, isEmpty: line.trim() === '' }));
  const [head, ...rows] = lines.filter(({ isEmpty }) => !isEmpty);
  const titles = head?.cells ?? [];
  const columns = { name: findColumn(titles, COLUMNS.name), cidr: findColumn(titles, COLUMNS.cidr), zone: findColumn(titles, COLUMNS.zone) };
  if (columns.name < 0 || columns.cidr < 0) return fail('The first line names no columns Subnet and CIDR; write them as the head of the table.');
  const kind = findColumn(titles, ['kind']);
  const read = rows.filter(({ cells }) => cells[kind]?.toLowerCase() !== 'free').map(({ cells, number }) => readLine(cells, number, columns));
  const wrong = read.find((row) => typeof row === 'string');
  if (wrong !== undefined) return fail(wrong);
  return succeed(read.filter((row): row is WrittenSubnet => typeof row !== 'string'));
}

/** Makes the subnets of a written plan in a VPC, and moves those that it has by that name; one step. Refused whole. */
export function takeOverPlan(design: Design, { vpc, subnets, random }: { readonly vpc: ResourceId; readonly subnets: readonly WrittenSubnet[]; readonly random: RandomSource }): EditResult {
  const known = new Map(subnetsOf(design, vpc).map(({ id, value }) => [value.name, { id, value }]));
  const [anyZone = ''] = zonesOf(design, vpc);
  const edits = subnets.flatMap(({ name, cidr, zone }): readonly WaitingEdit[] => {
    const there = known.get(name);
    if (there?.value.cidr === cidr) return [];
    if (there) return [(now) => setSubnetCidr(now, { subnet: there.id, cidr })];
    const place = zone === '' ? anyZone : zone;
    if (place === '') return [() => ({ ok: false, refused: `${name} names no Availability Zone and the VPC has none; add a column Availability Zone.` })];
    return [(now) => createSubnetAt(now, { vpc, zone: place, cidr, name, random })];
  });
  if (edits.length === 0) return { ok: false, refused: 'The VPC has all of these subnets already.' };
  return chainEdits(design, edits, `Take over ${countOf(edits.length, 'subnet')} from a plan`);
}
