import type { Question, Verdict } from '../model/question.ts';
import type { Evidence } from './evidence.ts';
import type { Fix } from './fix.ts';

export type Leg = 'request' | 'reply';

/** The words of the command line's contract for what blocks. */
export type BlockerComponent =
  | 'security-group'
  | 'network-acl'
  | 'route-table'
  | 'internet-gateway'
  | 'nat-gateway'
  | 'egress-only-internet-gateway'
  | 'public-ip'
  | 'instance-state'
  | 'vpc-peering-connection'
  | 'transit-gateway'
  | 'transit-gateway-attachment'
  | 'transit-gateway-route-table'
  | 'vpn-gateway'
  | 'vpn-connection'
  | 'direct-connect-gateway'
  | 'vpc-endpoint'
  | 'load-balancer'
  | 'target-group'
  | 'block-public-access'
  | 'no-such-target'
  | 'service'
  | 'user-data'
  | 'permissions'
  | 'personal-network';

/** The one row or missing thing that stops a leg. */
export interface Blocker {
  readonly leg: Leg;
  readonly component: BlockerComponent;
  /** Id of what the component names: for `public-ip` the interface that lacks it, for `no-such-target` the address. */
  readonly resource: string;
  readonly row: string | null;
  /** AWS's explanation code, or one of ours (`X_…`). */
  readonly code: string;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}

/** One place on the way, in the order it is met. `passed` is false at a blocker, and null after one: never arrives. */
export interface Hop {
  readonly resource: string;
  readonly step: HopStep;
  readonly passed: boolean | null;
  readonly because: Evidence | null;
  readonly sentence: string;
}
export type HopStep = 'leave' | 'security-group' | 'network-acl' | 'route' | 'gateway' | 'translate' | 'arrive';

export interface LegPath {
  readonly leg: Leg;
  readonly hops: readonly Hop[];
}

export const stepIds = [
  'internet-gateway',
  'route-table',
  'security-groups',
  'network-acls',
  'public-ip',
  'http-or-https',
  'user-data',
  'permissions',
  'personal-network',
  'application',
] as const;
export type StepId = (typeof stepIds)[number];
export type StepStatus = 'pass' | 'fail' | 'warning' | 'your-turn' | 'not-needed';

/** One row of the ten-step checklist. */
export interface StepResult {
  readonly id: StepId;
  /** 1–10. */
  readonly number: number;
  readonly title: string;
  readonly status: StepStatus;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  /** AWS's explanation code where one exists and the step fails. */
  readonly code: string | null;
  readonly fixes: readonly Fix[];
  /** Whether the stated symptom makes this step a likely one, and why. */
  readonly likely: string | null;
  /** For `your-turn`: what to run or look at, each a line. */
  readonly instructions: readonly string[];
}

/** The whole answer to one question. `blockers` is empty exactly when the verdict is `reachable`. */
export interface Diagnosis {
  readonly verdict: Verdict;
  /** The verdict in one sentence: "Blocked: the reply is dropped by the network ACL of subnet public-a". */
  readonly sentence: string;
  readonly question: Question;
  readonly paths: readonly LegPath[];
  readonly blockers: readonly Blocker[];
  readonly steps: readonly StepResult[];
  readonly assumptions: readonly string[];
}
