import { joinNames } from '../../editing/nouns.ts';
import { UNKNOWN_PART } from '../../permissions/match-pattern.ts';
import type { Deciding } from '../../permissions/evaluate-policies.ts';
import type { Need } from '../../permissions/needs/need.ts';

/** An ARN for people, with a star for what is not known. */
export const sayArn = (arn: string): string => arn.replaceAll(UNKNOWN_PART, '*');

const sayResource = (resource: string): string => (resource === '*' ? 'all resources' : resource === UNKNOWN_PART ? 'something that the call names' : sayArn(resource));

/** `s3:GetObject and s3:PutObject on arn:aws:s3:::photos/*`: actions on one resource stand together. */
export function sayNeeds(needs: readonly Pick<Need, 'action' | 'resource'>[]): string {
  const actions = new Map<string, string[]>();
  for (const { action, resource } of needs) actions.set(resource, [...(actions.get(resource) ?? []), action]);
  return joinNames([...actions].map(([resource, done]) => `${joinNames(done)} on ${sayResource(resource)}`));
}

/** `statement 2 (NoPhotos) of AmazonS3FullAccess`. */
export function sayDeciding({ policy, statement }: Deciding): string {
  if (!statement) return policy.name;
  return `statement ${statement.number}${statement.sid === undefined ? '' : ` (${statement.sid})`} of ${policy.name}`;
}
