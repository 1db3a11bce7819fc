import { matchConditions } from './match-conditions.ts';
import { namesService } from './match-principal.ts';
import { matchPattern } from './match-pattern.ts';
import { readStatements, toList, type Statement } from './read-statements.ts';
import type { RequestKeys } from './request.ts';
import { allOf, anyOf, both, opposite, type Truth } from './truth.ts';

const ASSUME = 'sts:assumerole';
const SERVICE = 'ec2.amazonaws.com';

const isAssume = ({ fields }: Statement): Truth => {
  const matchAny = (actions: unknown): Truth => anyOf(toList(actions).map((action) => (typeof action === 'string' ? matchPattern(action.toLowerCase(), ASSUME) : 'unknown')));
  if (fields['Action'] !== undefined) return matchAny(fields['Action']);
  return fields['NotAction'] === undefined ? 'unknown' : opposite(matchAny(fields['NotAction']));
};

/**
 * Whether a role's trust policy lets EC2 hand the role to instances; without a document that is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html
 */
export function trustsEc2(document: unknown, keys: RequestKeys = new Map()): Truth {
  const statements = readStatements(document);
  if (!statements) return 'unknown';
  const any = (effect: 'Allow' | 'Deny'): Truth =>
    anyOf(
      statements.map((statement) => {
        const applies = statement.effect === 'unreadable' ? 'unknown' : statement.effect === effect ? 'yes' : 'no';
        return allOf([applies, isAssume(statement), namesService(statement, SERVICE), matchConditions(statement, keys)]);
      }),
    );
  return both(any('Allow'), opposite(any('Deny')));
}
