import { describe, expect, test } from 'vitest';
import { exampleAccount, toFiles } from '../example-account.ts';
import { findResource, importFiles, sentencesOf } from '../import-for-tests.ts';
import type { DescribeFile } from '../read-aws-describe.ts';

const importWith = (files: readonly DescribeFile[]) => importFiles([...toFiles(exampleAccount), ...files]);
const managed = (list: object): DescribeFile => ({ path: 'shop/eu-west-1/lists.json', document: { ManagedPrefixLists: [list] } });

describe('managed prefix lists', () => {
  test('tell family, owner and maximum; their entries are not known from the list alone', () => {
    const { design } = importWith([managed({ PrefixListId: 'pl-0a', PrefixListName: 'partners', AddressFamily: 'IPv4', MaxEntries: 20, OwnerId: '111122223333' })]);
    const list = findResource(design, 'pl-0a', 'prefix-list');
    expect(list).toMatchObject({ name: 'partners', family: 'ipv4', maximumEntries: 20, owner: '111122223333', account: '111122223333', region: 'region-eu-west-1' });
    expect(list.entries).toBeUndefined();
  });

  test('one of AWS stands in the Region of its file and makes no account of AWS', () => {
    const { design } = importWith([managed({ PrefixListId: 'pl-0b', PrefixListName: 'com.amazonaws.eu-west-1.s3', OwnerId: 'AWS' })]);
    expect(findResource(design, 'pl-0b', 'prefix-list')).toMatchObject({ owner: 'AWS', region: 'region-eu-west-1' });
    expect(findResource(design, 'pl-0b', 'prefix-list').account).not.toBe('AWS');
    expect(Object.values(design.resources).filter(({ kind }) => kind === 'region')).toHaveLength(1);
  });

  test.each<[string, DescribeFile]>([
    ['beside the entries', { path: 'x/answer.json', document: { PrefixListId: 'pl-0a', Entries: [{ Cidr: '198.51.100.0/24', Description: 'office' }, { Cidr: '203.0.113.0/24' }] } }],
    ['in the name of the file', { path: 'x/pl-0a.json', document: { Entries: [{ Cidr: '198.51.100.0/24', Description: 'office' }, { Cidr: '203.0.113.0/24' }] } }],
    ['in a folder', { path: 'entries/pl-0a/entries.json', document: { Entries: [{ Cidr: '198.51.100.0/24', Description: 'office' }, { Cidr: '203.0.113.0/24' }] } }],
  ])('get their entries from an answer that names them %s', (_, entries) => {
    const { design } = importWith([managed({ PrefixListId: 'pl-0a', PrefixListName: 'partners' }), entries]);
    expect(findResource(design, 'pl-0a', 'prefix-list').entries).toEqual({ 'entry-1': { cidr: '198.51.100.0/24', description: 'office' }, 'entry-2': { cidr: '203.0.113.0/24' } });
  });

  test('entries of a list that no other answer told of make the list', () => {
    const { design } = importWith([{ path: 'shop/eu-west-1/pl-0c.json', document: { Entries: [{ Cidr: '198.51.100.0/24' }] } }]);
    expect(findResource(design, 'pl-0c', 'prefix-list')).toMatchObject({ name: 'pl-0c', entries: { 'entry-1': { cidr: '198.51.100.0/24' } } });
  });

  test('entries without a list are named', () => {
    const { report } = importWith([{ path: 'x/answer.json', document: { Entries: [{ Cidr: '198.51.100.0/24' }] } }]);
    expect(sentencesOf(report, 'broken-reference')).toContain('An entry of "Entries" in x/answer.json does not say which prefix list it is of; put PrefixListId beside the list.');
  });
});

describe('prefix lists of services', () => {
  const answer: DescribeFile = { path: 'shop/eu-west-1/PrefixLists.json', document: { PrefixLists: [{ PrefixListId: 'pl-0b', PrefixListName: 'com.amazonaws.eu-west-1.s3', Cidrs: ['52.218.0.0/17', '3.5.64.0/21'] }] } };

  test('hold the blocks of the answer', () => {
    expect(findResource(importWith([answer]).design, 'pl-0b', 'prefix-list')).toMatchObject({
      name: 'com.amazonaws.eu-west-1.s3',
      owner: 'AWS',
      entries: { 'entry-1': { cidr: '52.218.0.0/17' }, 'entry-2': { cidr: '3.5.64.0/21' } },
    });
  });

  test('add their blocks to a managed list that is known already', () => {
    const { design } = importWith([managed({ PrefixListId: 'pl-0b', PrefixListName: 'com.amazonaws.eu-west-1.s3', AddressFamily: 'IPv4', OwnerId: 'AWS' }), answer]);
    expect(findResource(design, 'pl-0b', 'prefix-list')).toMatchObject({ family: 'ipv4', entries: { 'entry-1': { cidr: '52.218.0.0/17' }, 'entry-2': { cidr: '3.5.64.0/21' } } });
  });
});
