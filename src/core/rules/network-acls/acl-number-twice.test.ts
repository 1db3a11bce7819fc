import { expect, test } from 'vitest';
import { buildLookup } from '../../lookup/build-lookup.ts';
import { asResourceId, asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { aclNumberTwice } from './acl-number-twice.ts';

const rule = (number: number) => ({ number, action: 'allow', protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '0.0.0.0/0' }) as const;
const acl = (...numbers: readonly number[]) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').add('acl-a', {
    kind: 'network-acl',
    name: 'acl-a',
    vpc: asResourceId('vpc-1'),
    inbound: Object.fromEntries(numbers.map((number, index) => [asRowId(`rule-${index + 1}`), rule(number)])),
    outbound: { [asRowId('rule-9')]: rule(100) },
  });

test('says which direction the rows are of', () => {
  const [finding] = aclNumberTwice.run(buildLookup(acl(100, 110, 100).build()));
  expect(finding?.evidence.map(({ row, direction }) => [row, direction])).toEqual([
    ['rule-3', 'inbound'],
    ['rule-1', 'inbound'],
  ]);
});

ruleTester(aclNumberTwice, {
  fine: [{ name: 'one of each number and direction', design: acl(100, 110) }],
  wrong: [
    { name: 'two rules 100', design: acl(100, 110, 100), at: 'acl-a/rule-3', message: 'acl-a has two inbound rules 100; give one of them another number.', fixed: ['Give the second inbound rule 100 of acl-a the number 101'] },
    { name: 'no number between the neighbours', design: acl(100, 101, 100), at: 'acl-a/rule-3', message: 'acl-a has two inbound rules 100; give one of them another number.' },
  ],
});
