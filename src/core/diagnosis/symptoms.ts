import type { StepId, StepStatus } from '../findings/diagnosis.ts';
import type { Symptom, Verdict } from '../model/question.ts';
import type { PageFate } from '../aws/browser-messages.ts';

const DROPPED = 'A timeout means that packets are dropped on the way';

/** Which steps a symptom points to, and why (EC2 User Guide, TroubleshootingInstancesConnecting). */
const LIKELY: Readonly<Record<Symptom, Readonly<Partial<Record<StepId, string>>>>> = {
  timeout: {
    'internet-gateway': `${DROPPED}: without an internet gateway all of them.`,
    'route-table': `${DROPPED}: a route that is missing drops the request or its reply.`,
    'security-groups': `${DROPPED}: a security group drops what no rule admits, without a word.`,
    'network-acls': `${DROPPED}: a network ACL drops requests, or the replies to them.`,
    'public-ip': `${DROPPED}: an address that nobody holds any more answers nothing.`,
    'personal-network': `${DROPPED}: the client’s own network may be the one that drops them.`,
  },
  refused: {
    'http-or-https': 'Refused means that the packet arrived and nothing listens on the port: it may be the port of the other scheme.',
    'user-data': 'Refused means that the packet arrived and nothing listens: the script may have installed nothing.',
    application: 'Refused means that the packet arrived and nothing listens there.',
  },
  tls: { 'http-or-https': 'A TLS error means that the other end speaks something else, or shows a bad certificate.' },
  denied: { permissions: 'Denied means that the network works and a policy says no.' },
  partial: {
    'route-table': 'The page loads; the instance itself may have no way to its database or to S3.',
    'security-groups': 'The page loads; the group of the database may not admit the instance.',
    permissions: 'The page loads; what the instance may not read is missing.',
  },
};

const MEANINGS: Readonly<Record<Symptom, string>> = {
  timeout: `${DROPPED}, or nobody is there.`,
  refused: 'Refused means that the packet arrived and nothing listens there.',
  tls: 'A TLS error means that the other end speaks something else, or shows a bad certificate.',
  denied: 'Denied means that the network works and a policy says no.',
  partial: 'The page loads; what fails is what the instance itself cannot reach or may not do.',
};

/** What a symptom means, for all of its likely steps alike. */
export const meaningOf = (symptom: Symptom): string => MEANINGS[symptom];

/** Why this step is a likely one, or null. */
export function whyLikely(symptom: Symptom | undefined, step: StepId): string | null {
  return symptom === undefined ? null : (LIKELY[symptom][step] ?? null);
}

/** What the drawing says, as far as a symptom can contradict it. */
export interface DrawnAnswer {
  readonly verdict: Verdict;
  readonly isNetworkBlocked: boolean;
  readonly fate: PageFate | undefined;
  readonly statusOf: (step: StepId) => StepStatus | undefined;
}

const NOT_DEPLOYED = 'the drawing is not what is deployed';

/** What the person would see by the drawing, where it is told. */
const SEEN: Readonly<Record<PageFate, Symptom | 'page'>> = {
  'timed-out': 'timeout',
  refused: 'refused',
  'tls-to-http': 'tls',
  'http-to-tls': 'tls',
  'certificate-expired': 'tls',
  'certificate-other-name': 'tls',
  'certificate-missing': 'tls',
  'certificate-self-signed': 'tls',
  'parts-missing': 'partial',
  page: 'page',
};

const SAYS: Readonly<Record<Symptom | 'page', string>> = {
  timeout: 'packets are dropped on the way',
  refused: 'the packet arrives and nothing listens',
  tls: 'the server answers and TLS fails',
  denied: 'the server answers and a policy says no',
  partial: 'the page loads and parts of it fail',
  page: 'the page loads',
};

const isSame = (a: Symptom, b: Symptom | 'page'): boolean => a === b || (a === 'denied' && b === 'partial') || (a === 'partial' && b === 'page');

function contradictFate(symptom: Symptom, fate: PageFate | undefined): string | undefined {
  if (fate === undefined || isSame(symptom, SEEN[fate])) return undefined;
  if (symptom === 'denied') return undefined;
  return `The drawing says that ${SAYS[SEEN[fate]]}, but the symptom says that ${SAYS[symptom]}: ${NOT_DEPLOYED}.`;
}

/** A sentence where the drawing and what the person sees cannot both be true. */
export function findContradiction(symptom: Symptom | undefined, drawn: DrawnAnswer): string | undefined {
  if (symptom === undefined) return undefined;
  if (symptom !== 'timeout' && drawn.isNetworkBlocked) return `The drawing says that packets are dropped on the way, but the symptom says that they arrive: ${NOT_DEPLOYED}.`;
  if (symptom === 'timeout' && drawn.verdict === 'reachable') return `The drawing says that it is reachable, but the symptom says that packets are dropped: ${NOT_DEPLOYED}, or the client’s own network drops them.`;
  if (symptom === 'denied' && drawn.statusOf('permissions') === 'pass') return `The drawing says that the role allows it, but the symptom says that a policy says no: ${NOT_DEPLOYED}.`;
  return contradictFate(symptom, drawn.fate);
}
