import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDesign, type Design } from '../model/design.ts';
import { parseDesign } from '../model/parse-design.ts';
import { writeDesign } from '../model/write-design.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import type { Patch } from '../patch/patch.ts';
import { sampleDesign } from './designs-for-tests.ts';
import { listResources } from './draft.ts';
import { findBrokenReferences, findImpossibilities } from './impossibilities-for-tests.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { suggestNextSteps } from './suggest-next-steps.ts';
import { anyEditStep, makeEdit } from './edits-for-tests.ts';

/** Milliseconds; a machine that is busy with other things needs more than the usual five seconds. */
const LONG = 60_000;

/** What would be wrong after a patch. */
function faultsAfter(design: Design, patch: Patch): readonly string[] {
  const taken = applyPatch(design, patch);
  return taken.ok ? [...findBrokenReferences(taken.document), ...findImpossibilities(taken.document)] : [taken.problem];
}

describe('any edits in a row', () => {
  test.each([
    ['nothing', emptyDesign('start')],
    ['a design', sampleDesign()],
  ])('from %s keep the design whole, and can all be undone', (_name, start) => {
    fc.assert(
      fc.property(fc.array(anyEditStep, { minLength: 1, maxLength: 30, size: 'max' }), (steps) => {
        const random = repeatableNumbers(7);
        let design = start;
        const inverses: Patch[] = [];
        for (const step of steps) {
          const result = makeEdit(step, design, random);
          if (!result.ok) {
            expect(result.refused).toMatch(/^\S[^]*[.]$/);
            continue;
          }
          expect(result.said).toMatch(/^[A-Z]/);
          const applied = applyPatch(design, result.patch);
          if (!applied.ok) throw new Error(applied.problem);
          inverses.push(applied.inverse);
          design = applied.document;
          const text = writeDesign(design);
          const parsed = parseDesign(JSON.parse(text));
          expect(parsed.ok ? writeDesign(parsed.value) : parsed.problem.message).toBe(text);
          expect(findBrokenReferences(design)).toEqual([]);
          expect(findImpossibilities(design)).toEqual([]);
          expect(result.select.filter((id) => !design.resources[id])).toEqual([]);
        }
        expect(suggestNextSteps(design).flatMap(({ edit }) => faultsAfter(design, edit.patch))).toEqual([]);
        for (const inverse of inverses.reverse()) {
          const undone = applyPatch(design, inverse);
          if (!undone.ok) throw new Error(undone.problem);
          design = undone.document;
        }
        expect(writeDesign(design)).toBe(writeDesign(start));
      }),
      { numRuns: 100 },
    );
  }, LONG);
});

test('the checks of this file see what they look for', () => {
  const design = sampleDesign();
  const [subnet] = listResources(design, 'subnet');
  if (!subnet) throw new Error('The sample has no subnet.');
  const broken: Design = { ...design, resources: { ...design.resources, [subnet.id]: { ...subnet.value, cidr: '172.16.0.0/24', vpc: subnet.value.vpc } } };
  expect(findImpossibilities(broken).length).toBeGreaterThan(0);
});
