import { parseCidr } from '../address/cidr.ts';
import { declaredRangeKinds, type DeclaredRange, type Design } from '../model/design.ts';
import { nextRowId, type RowId } from '../model/ids.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { countOf } from './nouns.ts';
import { refuse } from './refusal.ts';
import { withoutRow } from './rows.ts';

type Rows = NonNullable<Design['declaredRanges']>;

/** Without rows the field is left out, so that taking the last one away gives the design as it was before the first. */
function put(draft: Draft, rows: Rows): void {
  const { declaredRanges: _before, ...others } = draft.design;
  draft.design = Object.keys(rows).length === 0 ? others : { ...others, declaredRanges: rows };
}

function readRange({ name, cidr: given, kind }: DeclaredRange): DeclaredRange {
  const parsed = parseCidr(given);
  if (!parsed.ok) return refuse(parsed.problem);
  if (!declaredRangeKinds.includes(kind)) return refuse(`That is no kind of network; write ${declaredRangeKinds.join(', ')}.`);
  return { name: name.trim() === '' ? parsed.canonical : name.trim(), cidr: parsed.canonical, kind };
}

function add(draft: Draft, given: DeclaredRange): DeclaredRange {
  const range = readRange(given);
  const rows = draft.design.declaredRanges ?? {};
  const twin = Object.values(rows).find(({ name, cidr }) => name === range.name && cidr === range.cidr);
  if (twin) refuse(`${twin.name} (${twin.cidr}) is declared already.`);
  put(draft, { ...rows, [nextRowId('range', rows)]: range });
  return range;
}

/** Declares a block that a network outside the drawing uses or will use. */
export function addDeclaredRange(design: Design, given: DeclaredRange): EditResult {
  return edit(design, (draft) => {
    const { name, cidr } = add(draft, given);
    return { said: `Declare ${name} (${cidr})` };
  });
}

/** Declares several blocks in one step; those that are declared already are passed over. Refused when none is new. */
export function addDeclaredRanges(design: Design, { ranges }: { readonly ranges: readonly DeclaredRange[] }): EditResult {
  return edit(design, (draft) => {
    const isKnown = ({ name, cidr }: DeclaredRange): boolean => Object.values(draft.design.declaredRanges ?? {}).some((row) => row.name === name && row.cidr === cidr);
    const fresh = ranges.map(readRange).filter((range) => !isKnown(range));
    if (fresh.length === 0) refuse('All of these ranges are declared already.');
    for (const range of fresh) if (!isKnown(range)) add(draft, range);
    return { said: `Declare ${countOf(fresh.length, 'range')}` };
  });
}

/** Forgets a declared block. */
export function removeDeclaredRange(design: Design, { row }: { readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const rows = draft.design.declaredRanges ?? {};
    const range = rows[row] ?? refuse(`No declared range ${row} is in the design.`);
    put(draft, withoutRow(rows, row));
    return { said: `Forget ${range.name} (${range.cidr})` };
  });
}
