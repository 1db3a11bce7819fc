import { describe, expect, test } from 'vitest';
import { associationRows, judgeSecondaryCidr } from './cidr-associations.ts';
import type { SecondaryCidrAnswer } from './cidr-associations.ts';

type Row = readonly [primary: string, associated: readonly string[], candidate: string, verdict: SecondaryCidrAnswer['verdict']];

/** AWS's table, row by row; its sentences are quoted nowhere, its verdicts are. */
const rows: readonly Row[] = [
  ['10.0.0.0/24', [], '10.0.1.0/24', 'refused'],
  ['10.0.0.0/24', [], '10.2.0.0/24', 'allowed'],
  ['10.0.0.0/24', [], '172.16.0.0/24', 'refused'],
  ['10.0.0.0/24', [], '100.64.0.0/16', 'allowed'],
  ['10.1.0.0/24', [], '10.0.0.0/24', 'refused'],
  ['10.1.0.0/24', [], '10.1.1.0/24', 'allowed'],
  ['10.2.0.0/24', [], '10.0.0.0/24', 'allowed'],
  ['10.2.0.0/24', ['10.1.0.0/24'], '10.0.5.0/24', 'refused'],
  ['10.2.0.0/24', [], '192.168.0.0/24', 'refused'],
  ['10.2.0.0/24', [], '198.19.0.0/24', 'refused'],
  ['10.2.0.0/24', [], '198.18.0.0/24', 'allowed'],
  ['10.2.0.0/24', [], '3.3.0.0/16', 'allowed'],
  ['172.16.0.0/16', [], '172.31.0.0/20', 'refused'],
  ['172.16.0.0/16', [], '172.17.0.0/20', 'allowed'],
  ['172.31.0.0/16', [], '172.16.0.0/20', 'allowed'],
  ['172.16.0.0/16', [], '10.5.0.0/16', 'refused'],
  ['172.16.0.0/16', [], '192.168.0.0/16', 'refused'],
  ['192.168.0.0/20', [], '198.19.0.0/20', 'refused'],
  ['192.168.0.0/20', [], '192.168.16.0/20', 'allowed'],
  ['192.168.0.0/20', [], '10.5.0.0/20', 'refused'],
  ['192.168.0.0/20', [], '100.127.0.0/20', 'allowed'],
  ['198.19.0.0/20', [], '10.5.0.0/20', 'refused'],
  ['198.19.0.0/20', [], '198.19.16.0/20', 'doubtful'],
  ['198.19.0.0/20', [], '8.8.0.0/20', 'allowed'],
  ['100.64.0.0/16', [], '10.5.0.0/16', 'refused'],
  ['100.64.0.0/16', [], '100.65.0.0/16', 'allowed'],
  ['52.0.0.0/16', [], '198.19.0.0/16', 'refused'],
  ['52.0.0.0/16', [], '100.64.0.0/16', 'allowed'],
  ['10.5.0.0/16', ['100.64.0.0/16'], '10.6.0.0/16', 'doubtful'],
  ['10.5.0.0/16', ['100.64.0.0/16'], '100.65.0.0/16', 'allowed'],
  ['10.5.0.0/16', ['2001:db8::/56'], '10.6.0.0/16', 'allowed'],
  ['10.5.0.0/16', [], '169.254.0.0/20', 'refused'],
  ['10.5.0.0/16', [], '10.5.1.0/24', 'refused'],
  ['10.5.0.0/16', ['10.6.0.0/16'], '10.6.1.0/24', 'refused'],
  ['10.5.0.0/16', [], '10.128.0.0/15', 'refused'],
  ['10.5.0.0/16', [], '10.6.0.0/29', 'refused'],
  ['10.5.0.0/16', [], '224.0.0.0/16', 'doubtful'],
  ['10.5.0.0/16', [], '127.0.0.0/16', 'doubtful'],
  ['10.5.0.0/16', [], 'nonsense', 'refused'],
  ['nonsense', [], '10.5.0.0/16', 'doubtful'],
];

describe('judgeSecondaryCidr', () => {
  test.each(rows)('primary %s with %j adds %s: %s', (...[primary, associated, candidate, verdict]) => {
    const answer = judgeSecondaryCidr({ primary, associated, candidate });
    expect(answer.verdict).toBe(verdict);
    expect(answer.because).toMatch(/^[^!]+\.$/);
    expect(answer.because).toContain(candidate === '10.5.0.0/16' && primary === 'nonsense' ? primary : candidate);
  });

  test('the sentence names the deciding block and range', () => {
    expect(judgeSecondaryCidr({ primary: '10.2.0.0/24', associated: ['10.1.0.0/24'], candidate: '10.0.5.0/24' }).because).toBe(
      '10.0.5.0/24 lies in 10.0.0.0/16, which AWS refuses while the VPC has 10.1.0.0/24 from 10.0.0.0/15.',
    );
    expect(judgeSecondaryCidr({ primary: '172.16.0.0/16', associated: [], candidate: '172.31.0.0/20' }).because).toBe(
      '172.31.0.0/20 lies in 172.31.0.0/16, which AWS refuses for a VPC whose primary block is 172.16.0.0/16.',
    );
  });

  test('a candidate with host bits is judged as AWS would read it', () => {
    expect(judgeSecondaryCidr({ primary: '10.5.0.0/16', associated: [], candidate: '10.6.0.9/16' }).because).toContain(
      '10.6.0.0/16 may be added',
    );
  });
});

test('there is one row for everything that is not named', () => {
  expect(associationRows.filter(({ range }) => range === undefined).map(({ id }) => id)).toEqual(['public']);
});
