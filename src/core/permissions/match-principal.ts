import { matchParts, literally } from './match-pattern.ts';
import { isFields, toList, type Statement } from './read-statements.ts';
import type { Caller } from './request.ts';
import { allOf, anyOf, opposite, type Truth } from './truth.ts';

/**
 * How a statement of a resource names the caller, which decides what else has to allow: its session or everybody, the role,
 * or the account, which hands on to the policies of its own roles.
 */
export interface NamedCaller {
  readonly session: Truth;
  readonly role: Truth;
  readonly account: Truth;
}

const NOBODY: NamedCaller = { session: 'no', role: 'no', account: 'no' };
const UNCLEAR: NamedCaller = { session: 'unknown', role: 'unknown', account: 'unknown' };
const EVERYBODY: NamedCaller = { ...NOBODY, session: 'yes' };

const ACCOUNT = /^(?:\d{12}|arn:[^:]*:iam::\d{12}:root)$/;
const accountIn = (principal: string): string => (principal.startsWith('arn:') ? (principal.split(':')[4] ?? '') : principal);

/** One entry of `AWS`. A part of a name cannot be a wildcard (IAM User Guide, reference_policies_elements_principal). */
function matchOne(principal: unknown, { account, role, session }: Caller): NamedCaller {
  if (typeof principal !== 'string') return UNCLEAR;
  if (principal === '*') return EVERYBODY;
  if (ACCOUNT.test(principal)) return { ...NOBODY, account: matchParts(literally(accountIn(principal)), account) };
  const wanted = literally(principal);
  return { ...NOBODY, session: matchParts(wanted, session), role: matchParts(wanted, role) };
}

function joinNames(names: readonly NamedCaller[]): NamedCaller {
  return { session: anyOf(names.map(({ session }) => session)), role: anyOf(names.map(({ role }) => role)), account: anyOf(names.map(({ account }) => account)) };
}

/** Who is named in a `Principal` element; services, users of other sign-in systems and canonical users are not the caller. */
function matchNamed(element: unknown, caller: Caller): NamedCaller {
  if (element === '*') return EVERYBODY;
  if (!isFields(element)) return UNCLEAR;
  return joinNames([...toList(element['AWS'] ?? []).map((principal) => matchOne(principal, caller)), NOBODY]);
}

/**
 * All but those named. A role is left out for certain where its account, the role and its session all are named, as AWS
 * asks for in a Deny (IAM User Guide, reference_policies_elements_notprincipal).
 */
function matchAllBut(element: unknown, caller: Caller): NamedCaller {
  const { session, role, account } = matchNamed(element, caller);
  const isLeftOut = element === '*' ? 'yes' : allOf([session, role, account]);
  const isTouched = anyOf([session, role, account]);
  const applies = isLeftOut === 'yes' ? 'no' : isTouched === 'no' ? 'yes' : 'unknown';
  return { ...NOBODY, session: applies };
}

/** Whom a statement of a resource, an endpoint or a trust policy is about, as far as it is the caller. */
export function matchPrincipal({ fields }: Statement, caller: Caller): NamedCaller {
  if (fields['Principal'] !== undefined) return matchNamed(fields['Principal'], caller);
  return fields['NotPrincipal'] === undefined ? UNCLEAR : matchAllBut(fields['NotPrincipal'], caller);
}

/** Whether a statement names an AWS service, such as `ec2.amazonaws.com`. */
export function namesService({ fields }: Statement, service: string): Truth {
  const { Principal: principal, NotPrincipal: excluded } = fields;
  if (principal === '*') return 'yes';
  if (isFields(principal)) return toList(principal['Service'] ?? []).includes(service) ? 'yes' : 'no';
  return isFields(excluded) ? opposite(toList(excluded['Service'] ?? []).includes(service) ? 'yes' : 'no') : 'unknown';
}
