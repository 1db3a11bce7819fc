import { readCidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { PrefixList } from '../model/resources/index.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { readBlock } from './read-block.ts';
import { refuse } from './refusal.ts';
import { rowEntries, withoutRow } from './rows.ts';

export interface PrefixListRow {
  readonly prefixList: ResourceId;
  readonly row: RowId;
}

function requireFamily(list: PrefixList, cidr: string): void {
  const block = readCidr(cidr);
  if (block && list.family !== undefined && list.family !== `ipv${block.family}`) refuse(`${cidr} is not of the family of ${list.name}, which holds ${list.family === 'ipv4' ? 'IPv4' : 'IPv6'} blocks.`);
}

/** Refuses what AWS would: another family, the same entry twice, more entries than the list may have. */
function checkEntry(list: PrefixList, text: string, besides?: RowId): string {
  const cidr = readBlock(text);
  requireFamily(list, cidr);
  const entries = rowEntries(list.entries ?? {});
  if (entries.some(([row, entry]) => row !== besides && entry.cidr === cidr)) refuse(`${list.name} holds ${cidr} already.`);
  const most = list.maximumEntries ?? Infinity;
  if (besides === undefined && entries.length >= most) refuse(`${list.name} is full: its maximum is ${most}; raise that first.`);
  return cidr;
}

/** Adds a block to a prefix list; one whose entries were not known is known from then on. */
export function addPrefixListEntry(design: Design, { prefixList: id, cidr: given }: { readonly prefixList: ResourceId; readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const list = draft.need(id, 'prefix-list');
    const cidr = checkEntry(list, given);
    const entries = list.entries ?? {};
    draft.change(id, 'prefix-list', { entries: { ...entries, [nextRowId('entry', entries)]: { cidr } } });
    return { said: `Add ${cidr} to ${list.name}`, select: [id] };
  });
}

/** Changes the block of an entry. */
export function changePrefixListEntry(design: Design, { prefixList: id, row, cidr: given }: PrefixListRow & { readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const list = draft.need(id, 'prefix-list');
    const entry = list.entries?.[row] ?? refuse(`${list.name} has no entry ${row}.`);
    const cidr = checkEntry(list, given, row);
    draft.change(id, 'prefix-list', { entries: { ...list.entries, [row]: { ...entry, cidr } } });
    return { said: `Change ${entry.cidr} of ${list.name} to ${cidr}`, select: [id] };
  });
}

/** Takes an entry away. */
export function removePrefixListEntry(design: Design, { prefixList: id, row }: PrefixListRow): EditResult {
  return edit(design, (draft) => {
    const list = draft.need(id, 'prefix-list');
    const entry = list.entries?.[row] ?? refuse(`${list.name} has no entry ${row}.`);
    draft.change(id, 'prefix-list', { entries: withoutRow(list.entries ?? {}, row) });
    return { said: `Take ${entry.cidr} away from ${list.name}`, select: [id] };
  });
}
