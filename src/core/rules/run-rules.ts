import type { Finding, Severity } from '../findings/finding.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Lookup } from '../lookup/entries.ts';
import type { Design } from '../model/design.ts';
import type { Rule } from './define-rule.ts';
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

/** Every finding of every rule. The same resources are judged once: moving a node on the canvas costs nothing. */
export function runRules(design: Design): readonly Finding[] {
  const known = findingsOf.get(design.resources);
  if (known && known.snapshot === design.snapshot) return known.findings;
  const findings = runEach(rules, buildLookup(design));
  findingsOf.set(design.resources, { snapshot: design.snapshot, findings });
  return findings;
}
