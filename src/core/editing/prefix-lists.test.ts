import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { addPart } from './add-part.ts';
import { after, dropAll, idOf, named, wordsOf } from './designs-for-tests.ts';
import { addPrefixListEntry, changePrefixListEntry, removePrefixListEntry } from './prefix-lists.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { setField } from './set-field.ts';

const random = repeatableNumbers(3);
function oneList(): Design {
  const drawn = dropAll([['vpc', undefined, 'app']]);
  return after(drawn, addPart(drawn, { part: 'prefix-list', random, name: 'offices' }));
}
const start = oneList();
const prefixList = idOf(start, 'offices');
const add = (design: Design, cidr: string) => addPrefixListEntry(design, { prefixList, cidr });
const filled = after(start, add(start, '198.51.100.0/24'));
const row = asRowId('entry-1');

describe('a new prefix list', () => {
  test('is empty, of IPv4, and stands in a Region', () => {
    expect(named(start, 'offices', 'prefix-list')).toMatchObject({ family: 'ipv4', maximumEntries: 10, entries: {} });
  });

  test('does not belong to a VPC', () => {
    expect(wordsOf(addPart(start, { part: 'prefix-list', container: idOf(start, 'app'), random }))).toBe('A prefix list belongs to a Region, not to VPC app.');
  });
});

describe('its entries', () => {
  test.each([
    ['a block', start, '203.0.113.0/24', 'Add 203.0.113.0/24 to offices'],
    ['host bits', start, '203.0.113.9/24', 'Add 203.0.113.0/24 to offices'],
    ['the same once more', filled, '198.51.100.0/24', 'offices holds 198.51.100.0/24 already.'],
    ['the other family', start, '2001:db8::/32', '2001:db8::/32 is not of the family of offices, which holds IPv4 blocks.'],
    ['what is no block', start, 'office', /^office is neither/],
  ])('%s', (_, design, cidr, words) => {
    if (typeof words === 'string') expect(wordsOf(add(design, cidr))).toBe(words);
    else expect(wordsOf(add(design, cidr))).toMatch(words);
  });

  test('are no more than the maximum', () => {
    const full = after(filled, setField(filled, { resource: prefixList, path: ['maximumEntries'], value: 1 }));
    expect(wordsOf(add(full, '203.0.113.0/24'))).toBe('offices is full: its maximum is 1; raise that first.');
    expect(wordsOf(changePrefixListEntry(full, { prefixList, row, cidr: '203.0.113.0/24' }))).toBe('Change 198.51.100.0/24 of offices to 203.0.113.0/24');
  });

  test('are changed and taken away', () => {
    const changed = after(filled, changePrefixListEntry(filled, { prefixList, row, cidr: '203.0.113.0/24' }));
    expect(named(changed, 'offices', 'prefix-list').entries).toEqual({ 'entry-1': { cidr: '203.0.113.0/24' } });
    expect(named(after(changed, removePrefixListEntry(changed, { prefixList, row })), 'offices', 'prefix-list').entries).toEqual({});
    expect(wordsOf(removePrefixListEntry(start, { prefixList, row }))).toBe('offices has no entry entry-1.');
  });

  test('that were not known are known once one is added', () => {
    const unknown = after(start, setField(start, { resource: prefixList, path: ['entries'], value: undefined }));
    expect(named(unknown, 'offices', 'prefix-list').entries).toBeUndefined();
    expect(named(after(unknown, add(unknown, '203.0.113.0/24')), 'offices', 'prefix-list').entries).toEqual({ 'entry-1': { cidr: '203.0.113.0/24' } });
  });
});
