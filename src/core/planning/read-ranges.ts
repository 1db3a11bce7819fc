import { parseCidrOrAddress } from '../address/cidr.ts';
import { declaredRangeKinds, type DeclaredRange } from '../model/design.ts';

/** What pasted text or a CSV file of other people's ranges says. */
export interface ReadRanges {
  readonly ranges: readonly DeclaredRange[];
  /** One sentence for each line that names no block. */
  readonly problems: readonly string[];
}

const CELLS = /\s*[,;\t]\s*/;
const QUOTES = /^["']|["']$/g;
const isKind = (text: string): text is DeclaredRange['kind'] => declaredRangeKinds.some((kind) => kind === text);

/** `partner 10.8.0.0/14`, `10.8.0.0/14`, and cells of a CSV in any order: the cell that is a block, the cell that is a kind, and the name. */
function readLine(line: string, number: number): DeclaredRange | string | undefined {
  const cells = (CELLS.test(line) ? line.split(CELLS) : line.trim().split(/\s+/)).map((cell) => cell.replace(QUOTES, '').trim()).filter((cell) => cell !== '');
  const blocks = cells.filter((cell) => /^[\d.]+(\/\d+)?$|:/.test(cell));
  const [block] = blocks;
  if (block === undefined) return number === 1 ? undefined : `Line ${number} names no block: ${line.trim()}`;
  const parsed = parseCidrOrAddress(block);
  if (!parsed.ok) return `Line ${number}: ${parsed.problem}`;
  const words = cells.filter((cell) => cell !== block);
  const kind = words.find((word) => isKind(word.toLowerCase()))?.toLowerCase();
  const name = words.filter((word) => word.toLowerCase() !== kind).join(' ');
  return { name: name === '' ? (kind ?? parsed.canonical) : name, cidr: parsed.canonical, kind: kind !== undefined && isKind(kind) ? kind : 'partner' };
}

/**
 * Reads ranges from pasted text or CSV, one on each line: a name and a block in any order, and optionally what kind of
 * network it is. A first line without a block is taken as the head of a table. Host bits are cleared.
 */
export function readRanges(text: string): ReadRanges {
  const ranges: DeclaredRange[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const read = readLine(line, index + 1);
    if (typeof read === 'string') problems.push(read);
    else if (read) ranges.push(read);
  }
  return { ranges, problems };
}
