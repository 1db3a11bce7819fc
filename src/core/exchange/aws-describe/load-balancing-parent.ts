import type { Draft } from './draft.ts';
import { loadBalancerInPath, parentOf, targetGroupInPath } from './parent-in-path.ts';
import { recordsIn, textIn, type Answer } from './record.ts';

/** What answers about one load balancer or one target group are of. */
export type ParentKind = 'load-balancer' | 'target-group';

const PARENTS = {
  'load-balancer': { key: 'LoadBalancers', arn: 'LoadBalancerArn', name: 'LoadBalancerName', inPath: loadBalancerInPath },
  'target-group': { key: 'TargetGroups', arn: 'TargetGroupArn', name: 'TargetGroupName', inPath: targetGroupInPath },
} as const;

/** Whether a part of a path is a name, or ends with it: `target-health-web.json` for the group `web`. */
const isCalled = (part: string, name: string): boolean => part === name || /[-_. ]$/.test(part.slice(0, -name.length)) && part.endsWith(name);

/** The one whose name a path holds; the longest name counts, since `web` is the end of `shop-web`. */
function namedInPath(draft: Draft, kind: ParentKind, path: string): string | undefined {
  const { key, arn, name } = PARENTS[kind];
  const parts = path.split(/[\\/]/).map((part) => part.replace(/\.json$/i, ''));
  const called = draft.recordsOf(key).filter(({ record }) => parts.some((part) => isCalled(part, textIn(record, name) ?? '\n')));
  const lengthOf = (record: (typeof called)[number]): number => textIn(record.record, name)?.length ?? 0;
  const longest = Math.max(0, ...called.map(lengthOf));
  const [first, ...others] = called.filter((one) => lengthOf(one) === longest);
  return first && others.length === 0 ? textIn(first.record, arn) : undefined;
}

/** The ARN that an answer for one load balancer or target group is of: in it, beside the list, in the path, or by the name in the path; else the only one there is. */
export function parentArnOf(draft: Draft, kind: ParentKind, answer: Answer & { readonly record?: Answer['document'] }): string | undefined {
  const { key, arn, inPath } = PARENTS[kind];
  const told = parentOf({ record: {}, ...answer }, arn, inPath) ?? namedInPath(draft, kind, answer.source.path);
  if (told !== undefined) return told;
  const [only, ...others] = draft.recordsOf(key);
  return only && others.length === 0 ? textIn(only.record, arn) : undefined;
}

const ATTRIBUTE_OF_GROUP = /^(?:deregistration_delay|stickiness|slow_start|preserve_client_ip|proxy_protocol_v2|load_balancing\.algorithm|lambda|target_)/;

/** Whether a list of attributes is a target group's: load balancers have none of these (Elastic Load Balancing API, TargetGroupAttribute). */
export const areOfTargetGroup = ({ document }: Answer): boolean => recordsIn(document, 'Attributes').some((record) => ATTRIBUTE_OF_GROUP.test(textIn(record, 'Key') ?? ''));

const idsIn = (answer: Answer, key: string, field: string): ReadonlySet<string> => new Set(recordsIn(answer.document, key).flatMap((record) => textIn(record, field) ?? []));

/**
 * Whether the listeners of a load balancer were asked for. One call answers for one load balancer, so that a list with those
 * of several was gathered from all, and as many answers as load balancers leave none out.
 */
export function areListenersAnswered(draft: Draft, arn: string): boolean {
  const answers = draft.answersOf('Listeners');
  const isAsked = draft.recordsOf('Listeners').some(({ record }) => textIn(record, 'LoadBalancerArn') === arn) || answers.some((answer) => parentOf({ record: {}, ...answer }, 'LoadBalancerArn', loadBalancerInPath) === arn);
  const isGathered = answers.some((answer) => idsIn(answer, 'Listeners', 'LoadBalancerArn').size > 1);
  return isAsked || isGathered || (answers.length > 0 && answers.length >= draft.recordsOf('LoadBalancers').length);
}

/** Whether the targets of a group were asked for: an answer is of it, or there are as many answers as groups. */
export function areTargetsAnswered(draft: Draft, arn: string): boolean {
  const answers = draft.answersOf('TargetHealthDescriptions');
  if (answers.length === 0) return false;
  const isAsked = answers.some((answer) => parentArnOf(draft, 'target-group', answer) === arn);
  return isAsked || draft.recordsOf('TargetHealthDescriptions').some((sourced) => parentArnOf(draft, 'target-group', sourced) === arn) || answers.length >= draft.recordsOf('TargetGroups').length;
}
