import { parseCidr } from '../address/cidr.ts';
import { declaredRangeKinds, type DeclaredRange, type Design } from '../model/design.ts';
import { nextRowId, type RowId } from '../model/ids.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { countOf } from './nouns.ts';
import { refuse } from './refusal.ts';
import { putRows, withoutRow } from './rows.ts';

function readRange({ name, cidr: given, kind }: DeclaredRange): DeclaredRange {
  const parsed = parseCidr(given);
  if (!parsed.ok) return refuse(parsed.problem);
  if (!declaredRangeKinds.includes(kind)) return refuse(`That is no kind of network; write ${declaredRangeKinds.join(', ')}.`);
  return { name: name.trim() === '' ? parsed.canonical : name.trim(), cidr: parsed.canonical, kind };
}

/** The row that declares a block already, under the same name. */
const findTwin = ({ design }: Draft, { name, cidr }: DeclaredRange): DeclaredRange | undefined =>
  Object.values(design.declaredRanges ?? {}).find((row) => row.name === name && row.cidr === cidr);

function add(draft: Draft, range: DeclaredRange): void {
  const rows = draft.design.declaredRanges ?? {};
  putRows(draft, 'declaredRanges', { ...rows, [nextRowId('range', rows)]: range });
}

/** Declares a block that a network outside the drawing uses or will use. */
export function addDeclaredRange(design: Design, given: DeclaredRange): EditResult {
  return edit(design, (draft) => {
    const range = readRange(given);
    const twin = findTwin(draft, range);
    if (twin) refuse(`${twin.name} (${twin.cidr}) is declared already.`);
    add(draft, range);
    return { said: `Declare ${range.name} (${range.cidr})` };
  });
}

/** Declares several blocks in one step; those that are declared already are passed over. Refused when none is new. */
export function addDeclaredRanges(design: Design, { ranges }: { readonly ranges: readonly DeclaredRange[] }): EditResult {
  return edit(design, (draft) => {
    let count = 0;
    for (const range of ranges.map(readRange)) {
      if (findTwin(draft, range)) continue;
      add(draft, range);
      count += 1;
    }
    if (count === 0) refuse('All of these ranges are declared already.');
    return { said: `Declare ${countOf(count, 'range')}` };
  });
}

/** Forgets a declared block. */
export function removeDeclaredRange(design: Design, { row }: { readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const rows = draft.design.declaredRanges ?? {};
    const range = rows[row] ?? refuse(`No declared range ${row} is in the design.`);
    putRows(draft, 'declaredRanges', withoutRow(rows, row));
    return { said: `Forget ${range.name} (${range.cidr})` };
  });
}
