import type { ResourceId } from '../model/ids.ts';
import type { Question, Verdict } from '../model/question.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import type { Finding } from './finding.ts';

/** Something there is on one side only, or on both and not the same. */
export type ChangeKind = 'added' | 'removed' | 'changed';

/** One property, or one row of a table (a route, a rule, an entry of a list), that is not the same. */
export interface FieldChange {
  /** AWS's words: `IPv4 CIDR block`, `Inbound rule`, `Requester › VPC`. */
  readonly label: string;
  /** What it was, in words; `null` where there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** One resource that is not the same in both versions. `fields` is empty unless it is `changed`. */
export interface ResourceChange {
  readonly change: ChangeKind;
  readonly resource: ResourceId;
  readonly kind: ResourceKind;
  /** Its name in the newer version that has it. */
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

/** What came of a saved question in one version; `null` when it cannot be asked there. */
export interface ExpectationOutcome {
  readonly expected: Verdict;
  readonly verdict: Verdict | null;
}

/** A saved question that is new, gone, changed, or answered otherwise than before. */
export interface ExpectationChange {
  /** What the person called it, else its ends and its traffic. */
  readonly title: string;
  readonly question: Question;
  readonly before: ExpectationOutcome | null;
  readonly after: ExpectationOutcome | null;
  readonly sentence: string;
}

/** Something that can be reached which could not be before, or the other way round. */
export interface ReachChange {
  /** Ids of what is reached. */
  readonly resources: readonly string[];
  /** From where: `internet`, blocks of it, ids of subnets or of single machines in them. */
  readonly from: readonly string[];
  /** `TCP 443`, `all traffic`. */
  readonly traffic: string;
  readonly sentence: string;
}

/** What differs between two versions of a design. Everything is empty when nothing does, places on the canvas aside. */
export interface Comparison {
  /** The properties of the design itself: its name, what an import could not see, answers to steps. */
  readonly design: readonly FieldChange[];
  /** By kind, then by name. */
  readonly resources: readonly ResourceChange[];
  /** What can be reached that could not be, and the other way round. */
  readonly opens: readonly ReachChange[];
  readonly closes: readonly ReachChange[];
  readonly findings: { readonly appeared: readonly Finding[]; readonly resolved: readonly Finding[] };
  readonly expectations: readonly ExpectationChange[];
  /** What has to be known to read the rest: what was not compared, or that the two share nothing. A sentence each. */
  readonly notes: readonly string[];
}

/** Whether two versions are the same in all that was compared; what was left out of the comparison does not count. */
export function isSame({ design, resources, opens, closes, findings, expectations }: Comparison): boolean {
  return [design, resources, opens, closes, findings.appeared, findings.resolved, expectations].every((part) => part.length === 0);
}
