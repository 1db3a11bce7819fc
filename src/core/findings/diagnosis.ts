import type { Question, Verdict } from '../model/question.ts';
import type { ResourceId } from '../model/ids.ts';
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

/** What is worth knowing beside a blocker, with a code of its own. */
export interface BlockerNote {
  readonly code: string;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}

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
  readonly note?: BlockerNote;
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

/** What two browsers show for the asked page, in their own words. */
export interface BrowserSight {
  readonly chrome: string;
  readonly firefox: string;
  /** Why: what the packet met. */
  readonly sentence: string;
}

/** One part of a story: what happened, which step of the checklist it belongs to, and where it is seen. */
export interface StoryPart {
  readonly step: StepId;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  /** What would take this part away. */
  readonly fixes: readonly Fix[];
}

/** How many replies of one client class a network ACL lets pass: all, those inside the VPC, some addresses or ports, none. */
export type RepliesPass = 'all' | 'inside-vpc' | 'some' | 'none';

/** One cell of the matrix: replies of a client class in one direction. Ports are closed ranges. */
export interface EphemeralCell {
  readonly direction: 'inbound' | 'outbound';
  readonly passes: RepliesPass;
  readonly missing: readonly (readonly [number, number])[];
  readonly fixes: readonly Fix[];
}

/** Who opens connections, the ports its replies go back to, and whether they pass out of the subnet and into it. */
export interface EphemeralRow {
  readonly client: 'linux' | 'windows' | 'elb' | 'nat' | 'lambda';
  readonly name: string;
  readonly ports: readonly [number, number];
  readonly cells: readonly EphemeralCell[];
}

/** Which replies a network ACL lets pass, by client class: it is stateless, so replies need rules of their own. */
export interface EphemeralMatrix {
  readonly networkAcl: ResourceId;
  readonly rows: readonly EphemeralRow[];
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
  /** Where several things follow from one: first cause first. */
  readonly story?: readonly StoryPart[];
  /** For a web page: what the person would see. */
  readonly browser?: BrowserSight;
  /** Where the drawing and the stated symptom cannot both be true. */
  readonly contradiction?: string;
  /** For each network ACL that stops a reply. */
  readonly ephemeral?: readonly EphemeralMatrix[];
}
