import { expect, test } from 'vitest';
import { sayOpenSubnets } from './db-subnet-group-form.tsx';
import { sayReached } from './internet-form.tsx';
import { sayWithoutAddress } from './nat-gateway-form.tsx';

test.each([
  [null, 'What is reached from here has not been worked out yet.'],
  [0, 'Nothing of the design is reached from here.'],
  [1, '1 resource is reached from here.'],
  [1_200, '1,200 resources are reached from here.'],
])('from %s rows the internet says: %s', (count, sentence) => {
  expect(sayReached(count)).toBe(sentence);
});

test.each([
  [['db-a'], 'db-a is a public subnet: its route table leads to an internet gateway; keep databases in private subnets.'],
  [['db-a', 'db-b', 'db-c'], 'db-a, db-b and db-c are public subnets: their route tables lead to an internet gateway; keep databases in private subnets.'],
])('of %s a DB subnet group warns', (names, sentence) => {
  expect(sayOpenSubnets(names)).toBe(sentence);
});

test.each([
  ['public', 'It has no Elastic IP address, so nothing gets out to the internet through it.'],
  ['private', 'No address of it is in the design.'],
] as const)('a %s NAT gateway without addresses says so', (connectivity, sentence) => {
  expect(sayWithoutAddress(connectivity)).toBe(sentence);
});
