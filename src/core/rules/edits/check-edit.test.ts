import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFacts } from '../../lookup/resource-facts.ts';
import { buildLookup } from '../../lookup/build-lookup.ts';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import type { Finding } from '../../findings/finding.ts';
import { applyPatch } from '../../patch/apply-patch.ts';
import { arbitraryDesign } from '../../testing/arbitraries.ts';
import { arbitraryBrokenDesign } from '../../testing/broken-designs.ts';
import { rules } from '../index.ts';
import { runEach } from '../run-rules.ts';
import { checkEdit, rememberCheck, type CheckedDesign } from './check-edit.ts';

const REGION = 'us-east-1';
const copyOf = (design: Design): Design => structuredClone(design);
const judge = (design: Design) => runEach(rules, buildLookup(design));

/** Its own ids and other addresses, so that several designs stand beside each other. */
function renumber(design: Design, number: number): Design['resources'] {
  let text = JSON.stringify(design.resources);
  for (const id of Object.keys(design.resources)) {
    if (id !== REGION) text = text.replaceAll(JSON.stringify(id), JSON.stringify(`${id}-${number}`));
  }
  return JSON.parse(text.replaceAll('"10.', `"${10 + number}.`).replaceAll('203.0.113.', `203.0.${113 + number}.`)) as Design['resources'];
}

const arbitraryPart = fc.oneof(arbitraryDesign, arbitraryBrokenDesign);

/** Four networks in one Region; some hold the same addresses. */
const arbitraryEstate = fc
  .tuple(fc.tuple(arbitraryPart, arbitraryPart, arbitraryPart, arbitraryPart), fc.constantFrom([0, 1, 2, 3], [0, 0, 1, 2]))
  .map(([parts, numbers]): Design => {
    const [first] = parts;
    return { ...first, resources: Object.assign({}, ...parts.map((part, index) => renumber(part, numbers[index] ?? 0))) as Design['resources'] };
  });

type Edit = (design: Design, pick: (count: number) => number) => Design;

const change = (design: Design, id: string, resource: Resource | undefined): Design => {
  const { [asResourceId(id)]: _old, ...others } = design.resources;
  if (resource === undefined) return { ...design, resources: others };
  return { ...design, resources: { ...design.resources, [id]: resource } };
};

const idAt = (design: Design, pick: (count: number) => number): string => {
  const ids = Object.keys(design.resources);
  return ids[pick(ids.length)] ?? '';
};
const at = (design: Design, id: string): Resource | undefined => design.resources[asResourceId(id)];

const edits: readonly Edit[] = [
  // Removes something.
  (design, pick) => change(design, idAt(design, pick), undefined),
  // Gives something another name, sometimes one that is taken.
  (design, pick) => {
    const id = idAt(design, pick);
    const [resource, other] = [at(design, id), at(design, idAt(design, pick))];
    return resource ? change(design, id, { ...resource, name: pick(2) === 0 ? 'renamed' : (other?.name ?? '') }) : design;
  },
  // Gives a resource the contents of another of its kind.
  (design, pick) => {
    const id = idAt(design, pick);
    const alike = Object.values(design.resources).filter(({ kind }) => kind === at(design, id)?.kind);
    return change(design, id, alike[pick(alike.length)]);
  },
  // Adds a copy of something under a new id.
  (design, pick) => {
    const resource = at(design, idAt(design, pick));
    return resource ? change(design, `copy-${pick(1_000)}`, resource) : design;
  },
  // Takes an offered fix.
  (design, pick) => {
    const fixes = judge(copyOf(design)).flatMap((finding) => finding.fixes);
    const fix = fixes[pick(Math.max(1, fixes.length))];
    const patched = fix && applyPatch(design, fix.patch);
    return patched?.ok === true ? patched.document : design;
  },
  // Empties the rows of something.
  (design, pick) => {
    const id = idAt(design, pick);
    const resource = at(design, id);
    if (resource?.kind === 'security-group') return change(design, id, { ...resource, inbound: resource.outbound, outbound: {} });
    if (resource?.kind === 'network-acl') return change(design, id, { ...resource, inbound: resource.outbound, outbound: {} });
    if (resource?.kind === 'route-table') return change(design, id, { ...resource, routes: {} });
    return resource?.kind === 'network-interface' ? change(design, id, { ...resource, addresses: {}, securityGroups: [] }) : design;
  },
];

const arbitraryEdits = fc.array(fc.tuple(fc.constantFrom(...edits), fc.array(fc.nat(10_000), { minLength: 4, maxLength: 4 })), { minLength: 1, maxLength: 5 });

const picker = (numbers: readonly number[]): ((count: number) => number) => {
  let next = 0;
  return (count) => {
    next += 1;
    return (numbers[next % numbers.length] ?? 0) % Math.max(1, count);
  };
};

const remember = (design: Design, before?: CheckedDesign): CheckedDesign => rememberCheck(buildLookup(design), judge(design), before);

/** The findings that only one of the two has; short enough to read in a failure. */
function differences(part: readonly Finding[], whole: readonly Finding[]): readonly string[] {
  const [said, meant] = [part, whole].map((findings) => findings.map((finding) => JSON.stringify(finding)));
  const only = (these: readonly string[] = [], those: readonly string[] = [], sign = ''): readonly string[] => these.filter((one) => !those.includes(one)).map((one) => `${sign} ${one}`);
  return [...only(said, meant, '+'), ...only(meant, said, '-'), ...(part.length === whole.length ? [] : [`${part.length} and ${whole.length}`])];
}

describe('a check after an edit', () => {
  test('says what a check of the whole design says', () => {
    let partly = 0;
    fc.assert(
      fc.property(arbitraryEstate, arbitraryEdits, (start, steps) => {
        let design = start;
        let checked = remember(design);
        computeFacts(design);
        for (const [edit, numbers] of steps) {
          design = edit(design, picker(numbers));
          if (design.resources === checked.design.resources) continue;
          const after = checkEdit(checked, design, (lookup) => runEach(rules, lookup));
          const whole = copyOf(design);
          if (after) {
            partly += 1;
            expect(differences(after.findings, judge(whole))).toEqual([]);
            expect(computeFacts(design)).toEqual(computeFacts(whole));
          }
          checked = after ?? remember(design, checked);
          computeFacts(design);
        }
      }),
      { numRuns: 60 },
    );
    expect(partly).toBeGreaterThan(10);
  });
});
