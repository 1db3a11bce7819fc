import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePolicies, type Decision, type Policies, type PolicySource } from './evaluate-policies.ts';
import { UNKNOWN_PART } from './match-pattern.ts';
import { callerOf, circumstancesOf, type PermissionRequest } from './request.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/web/i-1`;
const circumstances = circumstancesOf(callerOf({ name: 'web', account: ACCOUNT }, 'i-1'));
const request: PermissionRequest = { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/a.png' };

const document = (...statements: readonly unknown[]): unknown => ({ Version: '2012-10-17', Statement: statements });
const source = (sort: PolicySource['sort'], value: unknown, name: string = sort): PolicySource => ({ sort, name, document: value });
const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const deny = { Effect: 'Deny', Action: 's3:Get*', Resource: 'arn:aws:s3:::photos/*' };
const office = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
const none = document({ ...allow, Action: 'dynamodb:*' });

interface Given {
  readonly identity?: readonly unknown[];
  readonly boundary?: unknown;
  readonly resource?: readonly unknown[];
  readonly endpoint?: unknown;
  readonly isGateway?: boolean;
  readonly isSameAccount?: boolean;
}

function policiesFrom({ identity = [], boundary, resource, endpoint, isGateway = true, isSameAccount = true }: Given): Policies {
  return {
    identity: identity.map((value, index) => source('identity', value, `policy ${index + 1}`)),
    boundary: boundary === undefined ? undefined : source('boundary', boundary),
    resource: resource?.map((value) => source('resource', value)) ?? 'unknown',
    endpoint: endpoint === undefined ? undefined : { ...source('endpoint', endpoint), isGateway },
    isSameAccount,
  };
}

const decide = (given: Given, asked: PermissionRequest = request): Decision => evaluatePolicies(policiesFrom(given), asked, circumstances).decision;

describe('identity policies', () => {
  test.each<[string, readonly unknown[], Decision]>([
    ['no policy', [], 'not-allowed'],
    ['an allow', [document(allow)], 'allowed'],
    ['a statement that is no list', [{ Version: '2012-10-17', Statement: allow }], 'allowed'],
    ['an action in other case', [document({ ...allow, Action: 'S3:getobject' })], 'allowed'],
    ['another bucket', [document({ ...allow, Resource: 'arn:aws:s3:::other/*' })], 'not-allowed'],
    ['the bucket without its objects', [document({ ...allow, Resource: 'arn:aws:s3:::photos' })], 'not-allowed'],
    ['a resource in other case', [document({ ...allow, Resource: 'arn:aws:s3:::Photos/*' })], 'not-allowed'],
    ['a question mark', [document({ ...allow, Resource: 'arn:aws:s3:::photos/?.png' })], 'allowed'],
    ['an ARN with fewer than six fields', [document({ ...allow, Resource: 'arn:aws:s3' })], 'allowed'],
    ['several resources', [document({ ...allow, Resource: ['arn:aws:s3:::other/*', 'arn:aws:s3:::photos/*'] })], 'allowed'],
    ['a deny beside an allow', [document(allow), document(deny)], 'explicit-deny'],
    ['a deny before the allow', [document(deny, allow)], 'explicit-deny'],
    ['NotAction', [document({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })], 'allowed'],
    ['NotAction that names it', [document({ Effect: 'Allow', NotAction: ['iam:*', 's3:get*'], Resource: '*' })], 'not-allowed'],
    ['NotResource', [document({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::photos/*' })], 'not-allowed'],
    ['a deny of all but one bucket', [document(allow, { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::other/*' })], 'explicit-deny'],
    ['an allow with an unknown condition', [document({ ...allow, Condition: office })], 'unknown'],
    ['an unknown allow beside a certain one', [document({ ...allow, Condition: office }, allow)], 'allowed'],
    ['an unknown deny beside an allow', [document(allow, { ...deny, Condition: office })], 'unknown'],
    ['an unknown deny where nothing allows', [document({ ...deny, Condition: office })], 'not-allowed'],
    ['an unknown variable', [document({ ...allow, Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' })], 'unknown'],
    ['a variable that has a default', [document({ ...allow, Resource: "arn:aws:s3:::${aws:username, 'photos'}/*" })], 'allowed'],
    ['a known variable', [document({ ...allow, Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT, 'aws:PrincipalArn': 'arn:aws:iam::${aws:PrincipalAccount}:role/web' } } })], 'allowed'],
    ['a variable before 2012-10-17 is text', [{ Version: '2008-10-17', Statement: { ...allow, Resource: 'arn:aws:s3:::${aws:username}/*' } }], 'not-allowed'],
    ['an escaped star is a star', [document({ ...allow, Resource: 'arn:aws:s3:::photos/${*}' })], 'not-allowed'],
    ['a policy known by name alone', [undefined], 'unknown'],
    ['a policy known by name alone beside a certain allow', [undefined, document(allow)], 'unknown'],
    ['an effect that is none', [document({ ...allow, Effect: 'Maybe' })], 'unknown'],
    ['a statement without an action', [document({ Effect: 'Allow', Resource: '*' })], 'unknown'],
  ])('%s', (_title, identity, decision) => {
    expect(decide({ identity })).toBe(decision);
  });
});

describe('a resource of which a part is not known', () => {
  const table = { action: 'dynamodb:GetItem', resource: `arn:aws:dynamodb:us-east-1:${UNKNOWN_PART}:table/Employees` };
  test.each<[string, string, Decision]>([
    ['everything', '*', 'allowed'],
    ['the table of any account', 'arn:aws:dynamodb:us-east-1:*:table/Employees', 'allowed'],
    ['the table of one account', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/Employees`, 'unknown'],
    ['another table', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/Orders`, 'not-allowed'],
  ])('%s', (_title, resource, decision) => {
    expect(decide({ identity: [document({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: resource })] }, table)).toBe(decision);
  });
});

describe('boundary, resource and endpoint', () => {
  const to = (principal: unknown): unknown => document({ ...allow, Principal: principal });
  const cases: readonly (readonly [string, Given, Decision])[] = [
    ['outside the boundary', { identity: [document(allow)], boundary: none }, 'outside-boundary'],
    ['a boundary alone allows nothing', { boundary: document(allow) }, 'not-allowed'],
    ['a deny in the boundary', { identity: [document(allow)], boundary: document(allow, deny) }, 'explicit-deny'],
    ['a boundary known by name alone', { identity: [document(allow)], boundary: 'arn' }, 'unknown'],
    ['the resource alone, to the role', { resource: [to({ AWS: ROLE })] }, 'allowed'],
    ['the resource alone, to the session', { resource: [to({ AWS: [SESSION] })] }, 'allowed'],
    ['the resource alone, to everybody', { resource: [to('*')] }, 'allowed'],
    ['the resource alone, to the account: the role has to be allowed too', { resource: [to({ AWS: ACCOUNT })] }, 'not-allowed'],
    ['the resource alone, to another role', { resource: [to({ AWS: `arn:aws:iam::${ACCOUNT}:role/other` })] }, 'not-allowed'],
    ['the resource alone, to a service', { resource: [to({ Service: 'cloudtrail.amazonaws.com' })] }, 'not-allowed'],
    ['to the role, outside its boundary', { resource: [to({ AWS: ROLE })], boundary: none }, 'outside-boundary'],
    ['to the session, which the boundary does not limit', { resource: [to({ AWS: SESSION })], boundary: none }, 'allowed'],
    ['a resource that denies the role', { identity: [document(allow)], resource: [document({ ...deny, Principal: { AWS: ROLE } })] }, 'explicit-deny'],
    ['a resource that denies another role', { identity: [document(allow)], resource: [document({ ...deny, Principal: { AWS: `${ROLE}-2` } })] }, 'allowed'],
    ['a resource that denies its account', { identity: [document(allow)], resource: [document({ ...deny, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } })] }, 'explicit-deny'],
    ['a deny of all but the role in full', { identity: [document(allow)], resource: [document({ ...deny, NotPrincipal: { AWS: [ACCOUNT, ROLE, SESSION] } })] }, 'allowed'],
    ['a deny of all but somebody else', { identity: [document(allow)], resource: [document({ ...deny, NotPrincipal: { AWS: '444455556666' } })] }, 'explicit-deny'],
    ['another account, both allow', { identity: [document(allow)], resource: [to({ AWS: ACCOUNT })], isSameAccount: false }, 'allowed'],
    ['another account, the role alone', { identity: [document(allow)], resource: [], isSameAccount: false }, 'not-allowed'],
    ['another account, the resource alone', { resource: [to({ AWS: ROLE })], isSameAccount: false }, 'not-allowed'],
    ['another account, its policy not known', { identity: [document(allow)], isSameAccount: false }, 'unknown'],
    ['an endpoint policy that lets everything through', { identity: [document(allow)], endpoint: { Statement: [{ ...allow, Action: '*', Principal: '*' }] } }, 'allowed'],
    ['an endpoint policy about something else', { identity: [document(allow)], endpoint: document({ ...allow, Action: 'dynamodb:*', Principal: '*' }) }, 'outside-endpoint-policy'],
    ['an endpoint policy of a gateway, for the account', { identity: [document(allow)], endpoint: to({ AWS: ACCOUNT }) }, 'outside-endpoint-policy'],
    ['an endpoint policy of an interface, for the account', { identity: [document(allow)], endpoint: to({ AWS: ACCOUNT }), isGateway: false }, 'allowed'],
    ['an endpoint policy that denies', { identity: [document(allow)], endpoint: document({ ...allow, Principal: '*' }, { ...deny, Principal: '*' }) }, 'explicit-deny'],
    ['an endpoint policy for one role by condition', { identity: [document(allow)], endpoint: document({ ...allow, Principal: '*', Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } } }) }, 'allowed'],
  ];
  test.each(cases)('%s', (_title, given, decision) => {
    expect(decide(given)).toBe(decision);
  });
});

test('a variable of whose value a part is not known is not known', () => {
  const policy = document({ ...allow, Resource: 'arn:aws:s3:::${aws:PrincipalAccount}/*' });
  expect(evaluatePolicies(policiesFrom({ identity: [policy] }), request, circumstancesOf(callerOf({ name: 'web' }))).decision).toBe('unknown');
});

test('the policy and the statement that decided are named', () => {
  const { because } = evaluatePolicies(policiesFrom({ identity: [document(allow), document(allow, { ...deny, Sid: 'NoPhotos' })] }), request, circumstances);
  expect(because).toMatchObject({ policy: { name: 'policy 2' }, statement: { number: 2, sid: 'NoPhotos' } });
  const open = evaluatePolicies(policiesFrom({ identity: [document({ ...allow, Condition: office })] }), request, circumstances);
  expect(open.because).toMatchObject({ statement: { number: 1 }, unknownKeys: ['aws:SourceIp'] });
});

describe('laws', () => {
  const keys = fc.constantFrom('aws:SourceIp', 'aws:PrincipalAccount', 'aws:username');
  const condition = fc.record({ operator: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLikeIfExists', 'Null'), key: keys, value: fc.constantFrom(ACCOUNT, 'true', '*') }).map(({ operator, key, value }) => ({ [operator]: { [key]: value } }));
  const action = fc.constantFrom('*', 's3:*', 's3:GetObject', 'dynamodb:*');
  const resource = fc.constantFrom('*', 'arn:aws:s3:::photos/*', 'arn:aws:s3:::other/*', 'arn:aws:s3:::${aws:userid}/*');
  const statement = (effect: fc.Arbitrary<string>): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
    fc.tuple(effect, action, resource, fc.option(condition, { nil: undefined }), fc.boolean()).map(([Effect, Action, Resource, Condition, isNot]) => ({ Effect, ...(isNot ? { NotAction: Action } : { Action }), Resource, ...(Condition && { Condition }) }));
  const any = statement(fc.constantFrom('Allow', 'Deny'));
  const several = fc.array(any, { maxLength: 4 });
  const design = fc.record({ identity: fc.array(several, { maxLength: 3 }), boundary: fc.option(several, { nil: undefined }), endpoint: fc.option(several, { nil: undefined }) });
  type Drawn = { readonly identity: readonly (readonly unknown[])[]; readonly boundary: readonly unknown[] | undefined; readonly endpoint: readonly unknown[] | undefined };
  const named = (statements: readonly unknown[]): readonly unknown[] => statements.map((value) => ({ ...(value as object), Principal: '*' }));
  const toGiven = ({ identity, boundary, endpoint }: Drawn): Given => ({ identity: identity.map((one) => document(...one)), ...(boundary && { boundary: document(...boundary) }), ...(endpoint && { endpoint: document(...named(endpoint)) }) });
  const rank = (decision: Decision): number => (decision === 'allowed' ? 2 : decision === 'unknown' ? 1 : 0);

  test('a further deny never makes more allowed', () => {
    fc.assert(fc.property(design, statement(fc.constant('Deny')), (drawn, more) => {
      expect(rank(decide(toGiven({ ...drawn, identity: [...drawn.identity, [more]] })))).toBeLessThanOrEqual(rank(decide(toGiven(drawn))));
    }));
  });

  test('a further allow never takes any away', () => {
    fc.assert(fc.property(design, statement(fc.constant('Allow')), (drawn, more) => {
      expect(rank(decide(toGiven({ ...drawn, identity: [...drawn.identity, [more]] })))).toBeGreaterThanOrEqual(rank(decide(toGiven(drawn))));
    }));
  });

  test('the order of statements and policies does not matter', () => {
    const turned = ({ identity, boundary, endpoint }: Drawn): Drawn => ({ identity: [...identity].reverse().map((one) => [...one].reverse()), boundary: boundary && [...boundary].reverse(), endpoint: endpoint && [...endpoint].reverse() });
    fc.assert(fc.property(design, (drawn) => {
      expect(decide(toGiven(turned(drawn)))).toBe(decide(toGiven(drawn)));
    }));
  });

  test('a boundary and an endpoint policy only ever take away', () => {
    fc.assert(fc.property(design, (drawn) => {
      expect(rank(decide(toGiven(drawn)))).toBeLessThanOrEqual(rank(decide({ identity: drawn.identity.map((one) => document(...one)) })));
    }));
  });

  test('a matching deny without a condition always denies, and no JSON makes it throw', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), (others) => {
      expect(decide({ identity: [...others, document(deny)] })).toBe('explicit-deny');
      expect(typeof decide({ identity: [{ Statement: others }], boundary: others[0] ?? null, resource: [{ Statement: others }], endpoint: { Statement: others } })).toBe('string');
    }));
  });
});
