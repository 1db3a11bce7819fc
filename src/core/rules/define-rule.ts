import type { Evidence } from '../findings/evidence.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import type { Fix } from '../findings/fix.ts';
import type { Lookup } from '../lookup/entries.ts';
import { withLabel } from '../tracing/names.ts';

/** What a rule is about; each area is a folder of rules. */
export const areas = ['references', 'addressing', 'routing', 'security-groups', 'network-acls', 'gateways', 'compute', 'databases', 'exposure', 'snapshot'] as const;
export type Area = (typeof areas)[number];

/**
 * One fault as a check finds it: the places that decided, and what the sentence needs. `severity` where it is not the
 * rule's usual one. The first two places name the finding, or only the first where `namedBy` says so; further ones show
 * where else to look.
 */
export interface Fault<Facts> {
  readonly evidence: readonly Evidence[];
  readonly facts: Facts;
  readonly severity?: Severity;
  readonly namedBy?: 1 | 2;
}

/** A rule as it is written: `check` finds facts and has no words, `explain` has the words and decides nothing. */
export interface RuleDefinition<Facts> {
  /** Also the name of its file and of its page. */
  readonly id: string;
  readonly area: Area;
  readonly severity: Severity;
  /** Why it matters, in one or two sentences that hold for every design. */
  readonly why: string;
  readonly learnMore: string;
  check(lookup: Lookup): Iterable<Fault<Facts>>;
  explain(facts: Facts): string;
  /** Changes that each remove the finding and bring no new error, best first; none where only a person can decide. */
  fix?(facts: Facts, lookup: Lookup): readonly Fix[];
}

/** A rule as everybody else sees it. */
export interface Rule {
  readonly id: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly why: string;
  readonly learnMore: string;
  readonly fixable: boolean;
  run(lookup: Lookup): readonly Finding[];
}

const NAMING_PLACES = 2;
const NO_FIXES: readonly Fix[] = [];

const placeOf = ({ at, row }: Evidence): string => (row === undefined ? at : `${at}/${row}`);

/** `subnets-overlap:subnet-1,subnet-2`: the rule and the places that name the finding. Stays while those places stay. */
const nameFinding = (rule: string, { evidence, namedBy = NAMING_PLACES }: Fault<unknown>): string => [rule, evidence.slice(0, namedBy).map(placeOf).join(',')].filter((part) => part !== '').join(':');

/** Makes a rule of its parts. What a check finds stays between its own three functions. */
export function defineRule<Facts>(definition: RuleDefinition<Facts>): Rule {
  const { id, area, severity, why, learnMore } = definition;
  const report = (lookup: Lookup, fault: Fault<Facts>): Finding => ({
    id: nameFinding(id, fault),
    rule: id,
    severity: fault.severity ?? severity,
    message: definition.explain(fault.facts),
    why,
    learnMore,
    evidence: fault.evidence.map((one) => withLabel(lookup, one)),
    fixes: definition.fix?.(fault.facts, lookup) ?? NO_FIXES,
  });
  return {
    id,
    area,
    severity,
    why,
    learnMore,
    fixable: definition.fix !== undefined,
    run: (lookup) => {
      const findings: Finding[] = [];
      for (const fault of definition.check(lookup)) findings.push(report(lookup, fault));
      return findings;
    },
  };
}
