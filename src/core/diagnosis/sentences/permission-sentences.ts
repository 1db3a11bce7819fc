import type { Sentence } from './sentence.ts';

const asked: (block: Parameters<Sentence>[0]) => string = ({ subject }) => subject.target ?? 'what is asked';
const decider: (block: Parameters<Sentence>[0]) => string = ({ subject }) => subject.destination ?? 'A policy';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What IAM refuses. `subject.target` says what is asked, `subject.destination` the policy or the statement that decides. */
export const PERMISSION_SENTENCES: Readonly<Record<string, Sentence>> = {
  X_IAM_NO_INSTANCE_PROFILE: (block, { name }) => `${name(block.resource)} has no role, so the AWS services its script calls deny it.`,
  X_IAM_NOT_TRUSTED: (block, { name }) => `The trust policy of role ${name(block.resource)} does not let ec2.amazonaws.com assume it, so no instance gets its credentials.`,
  X_IAM_NOT_ALLOWED: (block, { name }) => `Role ${name(block.resource)} has no policy that allows ${asked(block)}.`,
  X_IAM_EXPLICIT_DENY: (block) => `${upperFirst(decider(block))} denies ${asked(block)}, which no other policy outweighs: narrow that statement or take it away.`,
  X_IAM_BOUNDARY: (block, { name }) => `Role ${name(block.resource)} has a permissions boundary, ${decider(block)}, that does not allow ${asked(block)}: add it there, or take another boundary.`,
  X_IAM_ENDPOINT_POLICY: (block, { name }) => `The calls go through ${name(block.resource)}, whose policy does not allow ${asked(block)}: add it there.`,
};
