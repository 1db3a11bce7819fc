import { UNKNOWN_PART } from './match-pattern.ts';

/** One call: `s3:GetObject` on `arn:aws:s3:::bucket/key`; parts of the resource that nobody knows are `UNKNOWN_PART`. */
export interface PermissionRequest {
  readonly action: string;
  readonly resource: string;
}

/**
 * What a request carries under one condition key: its values, one of several of which nobody knows which, or nothing.
 * A key that is not in the map at all is not known.
 */
export type KeyValue = { readonly kind: 'values'; readonly values: readonly string[] } | { readonly kind: 'one-of'; readonly values: readonly string[] } | { readonly kind: 'absent' };

/** Condition keys in lower case: their names ignore case (IAM User Guide, reference_policies_elements_condition). */
export type RequestKeys = ReadonlyMap<string, KeyValue>;

/** Who asks: a role's session on an instance. What is not known of it is `UNKNOWN_PART`. */
export interface Caller {
  readonly account: string;
  /** `arn:aws:iam::111122223333:role/web` */
  readonly role: string;
  /** `arn:aws:sts::111122223333:assumed-role/web/i-0abc` */
  readonly session: string;
}

/** Who asks, and what the request carries beside action and resource. */
export interface Circumstances {
  readonly caller: Caller;
  readonly keys: RequestKeys;
}

export const only = (...values: readonly string[]): KeyValue => ({ kind: 'values', values });
export const ABSENT: KeyValue = { kind: 'absent' };

/** The caller that a role is; without its ARN a role is taken to have no path. */
export function callerOf(role: { readonly name: string; readonly arn?: string | undefined; readonly account?: string | undefined }, session: string = UNKNOWN_PART): Caller {
  const [, partition = 'aws', , , ofArn] = (role.arn ?? '').split(':');
  const account = ofArn ?? role.account ?? UNKNOWN_PART;
  const arn = role.arn ?? `arn:${partition}:iam::${account}:role/${role.name}`;
  return { account, role: arn, session: `arn:${partition}:sts::${account}:assumed-role/${role.name}/${session}` };
}

/**
 * What every request of a role's software carries, wherever it comes from. A role on an instance has no user name, and the
 * call is made by itself, over HTTPS as the command line interface and the SDKs do.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function keysOfCaller({ account, role }: Caller): RequestKeys {
  return new Map([
    ['aws:principalarn', only(role)],
    ['aws:principalaccount', only(account)],
    ['aws:principaltype', only('AssumedRole')],
    ['aws:principalisawsservice', only('false')],
    ['aws:principalservicename', ABSENT],
    ['aws:viaawsservice', only('false')],
    ['aws:securetransport', only('true')],
    ['aws:username', ABSENT],
  ]);
}

/** A caller and its request of whom nothing is known beside what is always so. */
export function circumstancesOf(caller: Caller, more: RequestKeys = new Map<string, KeyValue>()): Circumstances {
  return { caller, keys: new Map([...keysOfCaller(caller), ...more]) };
}
