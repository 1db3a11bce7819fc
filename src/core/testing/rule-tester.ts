import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import type { Fix } from '../findings/fix.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Design } from '../model/design.ts';
import { parseDesign } from '../model/parse-design.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import type { Rule } from '../rules/define-rule.ts';
import { runRules } from '../rules/run-rules.ts';
import { DesignBuilder } from './design-builder.ts';

/** A design, or a builder that makes one. */
type Given = Design | DesignBuilder;

export interface FineCase {
  readonly name: string;
  readonly design: Given;
}

export interface WrongCase {
  readonly name: string;
  readonly design: Given;
  /** Resource, or resource/row, of the first evidence of each finding; one text where there is one finding. */
  readonly at: string | readonly string[];
  /** The sentence of the first finding. */
  readonly message: string;
  readonly severity?: Finding['severity'];
  /** Titles of the fixes of the first finding; without it the finding has to have none. */
  readonly fixed?: readonly string[];
}

const made = (given: Given): Design => (given instanceof DesignBuilder ? given.build() : given);

/** Freezes a value and everything in it, so that whoever writes to it fails. */
export function freezeDeeply<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) freezeDeeply(member);
  return value;
}

const run = (rule: Rule, design: Design): readonly Finding[] => rule.run(buildLookup(design));
const placeOf = ({ evidence: [first] }: Finding): string => (first === undefined ? '' : first.row === undefined ? first.at : `${first.at}/${first.row}`);
const errorsOf = (design: Design): readonly string[] => runRules(design).flatMap(({ id, severity }) => (severity === 'error' ? [id] : []));

/** The design with a fix applied; fails where the patch does not apply or leaves no valid design. */
export function applyFix(design: Design, fix: Fix): Design {
  const applied = applyPatch(design, fix.patch);
  if (!applied.ok) throw new Error(`"${fix.title}" does not apply: ${applied.problem}`);
  const parsed = parseDesign(JSON.parse(JSON.stringify(applied.document)));
  if (!parsed.ok) throw new Error(`"${fix.title}" leaves no valid design: ${parsed.problem.message}`);
  return parsed.value;
}

/** What a fix has to keep: it is guarded, removes its finding, and adds no error anywhere. Names what it breaks. */
export function judgeFix(design: Design, finding: Finding, fix: Fix): readonly string[] {
  const fixed = applyFix(design, fix);
  const after = runRules(fixed);
  const known = new Set(errorsOf(design));
  const fresh = errorsOf(fixed).filter((id) => !known.has(id));
  const isGuarded = fix.patch.some(({ op }) => op === 'test') || fix.patch.every(({ op }) => op === 'add');
  return [
    ...(isGuarded ? [] : [`"${fix.title}" has no test operation`]),
    ...(after.some(({ id }) => id === finding.id) ? [`"${fix.title}" leaves ${finding.id}`] : []),
    ...fresh.map((id) => `"${fix.title}" brings up ${id}`),
  ];
}

const judgeFixes = (design: Design, finding: Finding): readonly string[] => finding.fixes.flatMap((fix) => judgeFix(design, finding, fix));

function testFine(rule: Rule, { name, design: given }: FineCase): void {
  test(`is silent: ${name}`, () => {
    const design = freezeDeeply(made(given));
    expect(run(rule, design).map(({ message }) => message)).toEqual([]);
  });
}

function testWrong(rule: Rule, { name, design: given, at, message, severity, fixed = [] }: WrongCase): void {
  test(`speaks: ${name}`, () => {
    const design = freezeDeeply(made(given));
    const findings = run(rule, design);
    const [first] = findings;
    expect(first?.message).toBe(message);
    expect(findings.map(placeOf)).toEqual(typeof at === 'string' ? [at] : at);
    expect(first?.severity).toBe(severity ?? rule.severity);
    expect(first?.fixes.map(({ title }) => title)).toEqual(fixed);
    expect(findings.flatMap((finding) => judgeFixes(design, finding))).toEqual([]);
  });
}

/** Tests one rule over small designs: what it must not speak of, and what it must say, where, and how to fix it. */
export function ruleTester(rule: Rule, cases: { readonly fine: readonly FineCase[]; readonly wrong: readonly WrongCase[] }): void {
  describe(rule.id, () => {
    for (const fine of cases.fine) testFine(rule, fine);
    for (const wrong of cases.wrong) testWrong(rule, wrong);
  });
}
