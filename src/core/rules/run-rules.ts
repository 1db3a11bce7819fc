import type { Finding, Severity } from '../findings/finding.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Lookup } from '../lookup/entries.ts';
import type { Design } from '../model/design.ts';
import type { Resource } from '../model/resources/index.ts';
import type { Rule } from './define-rule.ts';
import { checkEdit, rememberCheck, type CheckedDesign } from './edits/check-edit.ts';
import { rules } from './index.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

function compare(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return rank[a.severity] - rank[b.severity];
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/** What is said of a rule that cannot cope with a design: all other rules still speak. */
function reportCrash({ id, why, learnMore }: Rule, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    id: `${id}:unfinished`,
    rule: id,
    severity: 'warning',
    message: `The rule ${id} could not finish (${reason}), so what it looks for is not known in this design.`,
    why,
    learnMore,
    evidence: [],
    fixes: [],
  };
}

const isUnfinished = ({ rule, id }: Finding): boolean => id === `${rule}:unfinished`;

/** Places that are named twice in a design (a group listed twice) still give findings that can be told apart. */
function nameApart(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.id) ?? 0) + 1;
    counts.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}#${count}` };
  });
}

/** Runs rules over one lookup: errors first, then by rule and place. A rule that fails becomes one finding of its own. */
export function runEach(chosen: readonly Rule[], lookup: Lookup): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of chosen) {
    try {
      for (const finding of rule.run(lookup)) findings.push(finding);
    } catch (error) {
      findings.push(reportCrash(rule, error));
    }
  }
  return nameApart(findings.sort(compare));
}

const findingsOf = new WeakMap<object, { readonly snapshot: Design['snapshot']; readonly findings: readonly Finding[] }>();

/** Where the latest check of a design is kept that is being edited. */
interface Lineage {
  checked: CheckedDesign;
}

/** By the first and the last resource: an edit leaves one of the two as it was, and its objects lead to the check before. */
const lineages = new WeakMap<Resource, Lineage>();

/** Smaller designs are checked as a whole in less time than it takes to find out what an edit touches. */
const WORTH_REMEMBERING = 100;

function endsOf({ resources }: Design): readonly Resource[] {
  const all = Object.values(resources);
  return all.length < WORTH_REMEMBERING ? [] : [all[0], all[all.length - 1]].filter((end) => end !== undefined);
}

const lineageAt = (ends: readonly Resource[]): Lineage | undefined => ends.map((end) => lineages.get(end)).find((known) => known !== undefined);

function keepLineage(ends: readonly Resource[], checked: CheckedDesign): void {
  const lineage = lineageAt(ends) ?? { checked };
  lineage.checked = checked;
  for (const end of ends) lineages.set(end, lineage);
}

/** Every rule over what an edit touches; `undefined` where there is no check before or all has to be checked. */
function checkAfterEdit(design: Design, ends: readonly Resource[]): readonly Finding[] | undefined {
  const lineage = lineageAt(ends);
  const checked = lineage && checkEdit(lineage.checked, design, (lookup) => runEach(rules, lookup));
  if (!checked) return undefined;
  const findings = [...checked.findings].sort(compare);
  keepLineage(ends, { ...checked, findings });
  return findings;
}

function checkWhole(design: Design, ends: readonly Resource[]): readonly Finding[] {
  const lookup = buildLookup(design);
  const findings = runEach(rules, lookup);
  if (ends.length > 0 && !findings.some(isUnfinished)) keepLineage(ends, rememberCheck(lookup, findings, lineageAt(ends)?.checked));
  return findings;
}

/**
 * Every finding of every rule. The same resources are judged once: moving a node on the canvas costs nothing. After an
 * edit only what it touches is judged again; the answer is that of a check of the whole design.
 */
export function runRules(design: Design): readonly Finding[] {
  const known = findingsOf.get(design.resources);
  if (known && known.snapshot === design.snapshot) return known.findings;
  const ends = endsOf(design);
  const findings = checkAfterEdit(design, ends) ?? checkWhole(design, ends);
  findingsOf.set(design.resources, { snapshot: design.snapshot, findings });
  return findings;
}
