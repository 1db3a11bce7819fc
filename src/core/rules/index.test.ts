import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import type { Design } from '../model/design.ts';
import { describeTemplates, openTemplate } from '../templates/index.ts';
import { arbitraryDesign } from '../testing/arbitraries.ts';
import { arbitraryBrokenDesign } from '../testing/broken-designs.ts';
import { arbitraryDualStackDesign } from '../testing/dual-stack-designs.ts';
import { freezeDeeply, judgeFix } from '../testing/rule-tester.ts';
import { areas } from './define-rule.ts';
import { rules } from './index.ts';
import { runRules } from './run-rules.ts';

const HERE = import.meta.dirname;
const isRuleFile = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.test.ts');
const filesOf = (area: string): readonly string[] => readdirSync(join(HERE, area)).filter(isRuleFile).map((name) => name.replace(/\.ts$/, ''));

describe('the list', () => {
  test('holds every file of every area, and nothing else', () => {
    const files = areas.flatMap((area) => filesOf(area).map((id) => `${area}/${id}`));
    expect(rules.map(({ area, id }) => `${area}/${id}`).sort()).toEqual([...files].sort());
  });

  test('names each rule once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s has a test, a reason and a page', (id, { area, why, learnMore }) => {
    expect(existsSync(join(HERE, area, `${id}.test.ts`))).toBe(true);
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(why).toMatch(/^[A-Z].{30,}\.$/);
    expect(learnMore).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|www\.rfc-editor\.org)\//);
  });
});

const copyOf = (design: Design): Design => structuredClone(design);
const isUnfinished = ({ id }: Finding): boolean => id.endsWith(':unfinished');

describe.each([
  ['sound and half-open networks', arbitraryDesign],
  ['broken networks', arbitraryBrokenDesign],
  ['networks of both families with tables of gateways', arbitraryDualStackDesign],
])('on %s', (_name, designs) => {
  test('every rule finishes, says the same each time, and writes to nothing', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const findings = runRules(freezeDeeply(design));
        expect(findings.filter(isUnfinished).map(({ message }) => message)).toEqual([]);
        expect(runRules(copyOf(design))).toEqual(findings);
      }),
      { numRuns: 60 },
    );
  });

  test('findings have ids of their own, places that exist or are named as missing, and one sentence', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const findings = runRules(design);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        const [first] = findings.map(({ message }) => message).filter((message) => !/^[^\n]+[.]$/.test(message) || /undefined|\[object|NaN/.test(message));
        expect(first).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  test('a fix applies, removes its finding and brings no new error', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const broken = runRules(design).flatMap((finding) => finding.fixes.flatMap((fix) => judgeFix(design, finding, fix)));
        expect(broken).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

const designOf = (id: string): Design => {
  const opened = openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
};

describe('templates', () => {
  const sound = describeTemplates().filter(({ group }) => group === 'template');

  test.each(sound.map(({ id }) => id))('%s has no errors and no warnings, and little advice', (id) => {
    const findings = runRules(designOf(id));
    expect(findings.filter(({ severity }) => severity !== 'advice').map(({ message }) => message)).toEqual([]);
    expect(findings.length).toBeLessThan(4);
  });

  test.each([
    ['broken-1', 'route-to-nothing'],
    ['broken-2', 'public-address-without-route'],
    ['broken-4', 'acl-drops-replies'],
    ['broken-5', 'instance-without-public-address'],
  ])('what breaks %s is found by %s, and by no other rule that judges', (id, rule) => {
    const judged = runRules(designOf(id)).filter(({ severity }) => severity !== 'advice');
    expect(judged.map((finding) => finding.rule)).toEqual([rule]);
  });
});
