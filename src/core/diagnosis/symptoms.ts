import type { StepId } from '../findings/diagnosis.ts';
import type { Symptom, Verdict } from '../model/question.ts';

/** Which steps a symptom points to, and why (EC2 User Guide, TroubleshootingInstancesConnecting). */
const LIKELY: Readonly<Record<Symptom, { readonly steps: readonly StepId[]; readonly because: string }>> = {
  timeout: { steps: ['internet-gateway', 'route-table', 'security-groups', 'network-acls', 'public-ip', 'personal-network'], because: 'A timeout means that packets are dropped on the way.' },
  refused: { steps: ['http-or-https', 'user-data', 'application'], because: 'Refused means that the packet arrived and nothing listens there.' },
  tls: { steps: ['http-or-https'], because: 'A TLS error means that the other end speaks something else, or shows a bad certificate.' },
  denied: { steps: ['permissions'], because: 'Denied means that the network works and a policy says no.' },
  partial: { steps: ['route-table', 'permissions'], because: 'The page loads; what fails is what the instance itself cannot reach or may not do.' },
};

/** Why this step is a likely one, or null. */
export function whyLikely(symptom: Symptom | undefined, step: StepId): string | null {
  if (symptom === undefined) return null;
  const { steps, because } = LIKELY[symptom];
  return steps.includes(step) ? because : null;
}

/** A sentence where the drawing and what the person sees cannot both be true. */
export function findContradiction(symptom: Symptom | undefined, given: { readonly verdict: Verdict; readonly isNetworkBlocked: boolean }): string | undefined {
  if (symptom === undefined) return undefined;
  if (symptom !== 'timeout' && given.isNetworkBlocked) return 'The drawing says that packets are dropped on the way, but the symptom says that they arrive: the drawing is not what is deployed.';
  if (symptom === 'timeout' && given.verdict === 'reachable') return 'The drawing says that it is reachable, but the symptom says that packets are dropped: the drawing is not what is deployed, or the client’s own network drops them.';
  return undefined;
}
