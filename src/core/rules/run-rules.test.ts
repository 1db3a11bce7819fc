import { expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { defineRule, type Fault } from './define-rule.ts';
import { runEach, runRules } from './run-rules.ts';

const design = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }).build();
const words = { area: 'addressing', why: 'Why.', learnMore: 'https://docs.aws.amazon.com/vpc/' } as const;

const makeRule = (id: string, faults: readonly Fault<string>[]) =>
  defineRule<string>({ ...words, id, severity: 'warning', check: () => faults, explain: (facts) => facts });

const at = (...ids: readonly string[]) => ids.map((id) => ({ at: asResourceId(id) }));

test('a rule that fails becomes one warning of its own and leaves the others alone', () => {
  const broken = defineRule<never>({
    ...words,
    id: 'broken',
    severity: 'error',
    check: () => {
      throw new Error('no such block');
    },
    explain: () => '',
  });
  const findings = runEach([broken, makeRule('sound', [{ evidence: at('vpc-1'), facts: 'Said.' }])], buildLookup(design));
  expect(findings.map(({ id, severity, message }) => ({ id, severity, message }))).toEqual([
    { id: 'broken:unfinished', severity: 'warning', message: 'The rule broken could not finish (no such block), so what it looks for is not known in this design.' },
    { id: 'sound:vpc-1', severity: 'warning', message: 'Said.' },
  ]);
});

test('errors come first, then rules and places in order; equal places are told apart', () => {
  const faults: readonly Fault<string>[] = [
    { evidence: at('subnet-1'), facts: 'Second.' },
    { evidence: at('subnet-1'), facts: 'Third.' },
    { evidence: at('subnet-1', 'vpc-1', 'ignored'), facts: 'First.', severity: 'error' },
    { evidence: at('vpc-1'), facts: 'Last.', severity: 'advice' },
  ];
  const findings = runEach([makeRule('rule', faults)], buildLookup(design));
  expect(findings.map(({ id }) => id)).toEqual(['rule:subnet-1,vpc-1', 'rule:subnet-1', 'rule:subnet-1#2', 'rule:vpc-1']);
});

test('evidence carries the text of its chip', () => {
  const [finding] = runEach([makeRule('rule', [{ evidence: at('subnet-1'), facts: '' }])], buildLookup(design));
  expect(finding?.evidence).toEqual([{ at: 'subnet-1', label: 'subnet-1' }]);
});

test('the same resources are judged once, also after a node was moved', () => {
  expect(runRules({ ...design, layout: { 'subnet-1': { x: 1, y: 2 } } })).toBe(runRules(design));
  expect(runRules({ ...design, snapshot: { missing: ['network-acls'] } })).not.toBe(runRules(design));
});
