import type { z } from 'zod';
import { describePlace, quote, shorten } from './quote.ts';
import type { Problem } from './reply.ts';

type Issue = z.core.$ZodIssue;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list [ … ]',
  object: 'an object { … }',
  record: 'an object { … }',
};

/** Fields that take values of more than one form: the forms, in words. */
const FORMS: Readonly<Record<string, string>> = {
  protocol: 'all, tcp, udp, icmp, icmpv6 or a protocol number from 0 to 255',
  destination: 'a CIDR block such as 10.0.0.0/16, or the id of a prefix list (pl-…)',
  peer: 'an object { … } with a cidr, a group or a prefixList',
  target: 'the id of a resource, or local',
};
const MOST_OPTIONS = 12;

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

function listOptions(values: readonly unknown[]): string {
  const words = values.slice(0, MOST_OPTIONS).map(String);
  if (values.length > MOST_OPTIONS) return `${words.join(', ')} …`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function mustBe(form: string, value: unknown): string {
  return value === undefined ? `this is missing; it must be ${form}.` : `this must be ${form}, not ${quote(value)}.`;
}

type SizeIssue = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;

function describeSize(issue: SizeIssue, value: unknown): string {
  const [bound, word] = issue.code === 'too_small' ? [issue.minimum, 'at least'] : [issue.maximum, 'at most'];
  if (issue.origin === 'string') return issue.code === 'too_small' ? 'this must not be empty.' : `this must have ${word} ${bound} characters.`;
  const form = issue.inclusive === false ? `${issue.code === 'too_small' ? 'more' : 'less'} than ${bound}` : `${word} ${bound}`;
  return mustBe(form, value);
}

/** The branch of a union that the value was most likely meant for: the one that misses the fewest keys. */
function likeliestBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): Issue | undefined {
  const isMissing = (inner: Issue): boolean => inner.code === 'invalid_type' && valueAt(value, inner.path) === undefined;
  const branches = issue.errors.filter((branch) => branch[0] && branch[0].path.length > 0 && !branch.some(isMissing));
  return branches[0]?.[0];
}

function describeUnion(issue: z.core.$ZodIssueInvalidUnion, field: string, value: unknown): string {
  if ('note' in issue && issue.note === 'No matching discriminator') {
    return value === undefined
      ? 'this resource has no kind; write one.'
      : `this version of Reachable knows no resource of kind ${quote(value)}; correct it, or update Reachable.`;
  }
  const form = FORMS[field] ?? 'of another form';
  return typeof value === 'object' && value !== null ? `this must be ${form}.` : mustBe(form, value);
}

/** A refinement's words stand alone when they are a sentence already (`10.0.0.0/33 is …`), else they follow the value. */
function describeCustom(message: string, value: unknown): string {
  const words = message.startsWith('is ') ? `${quote(value)} ${message}` : message;
  return words.endsWith('.') ? words : `${words}.`;
}

const describeType = (expected: string, field: string): string => FORMS[field] ?? EXPECTED[expected] ?? expected;
const describeOptions = (values: readonly unknown[]): string => (values.length > 1 ? `one of ${listOptions(values)}` : listOptions(values));

function describe(issue: Issue, field: string, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return mustBe(describeType(issue.expected, field), value);
    case 'invalid_value':
      return mustBe(describeOptions(issue.values), value);
    case 'too_small':
    case 'too_big':
      return describeSize(issue, value);
    case 'invalid_union':
      return describeUnion(issue, field, value);
    case 'invalid_key':
      return `${quote(field)} is not usable as an id; write 1–512 characters that are not a word of JavaScript's own.`;
    case 'custom':
      return describeCustom(issue.message, value);
    default:
      return mustBe(describeType('of another form', field), value);
  }
}

/** Goes into a union as far as it is clear which branch was meant, so that the sentence names the innermost place. */
function innermost(issue: Issue, document: unknown): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const branch = likeliestBranch(issue, valueAt(document, issue.path));
  return branch ? innermost({ ...branch, path: [...issue.path, ...branch.path] }, document) : issue;
}

/**
 * Says one fault that a schema found as one sentence with its place: `resources › subnet-1 › cidr: this must be text,
 * not 5.` `document` is what was checked; `prefix` are the places above it.
 */
export function describeIssue(issue: Issue, document: unknown, prefix: readonly string[] = []): Problem {
  const inner = innermost(issue, document);
  const at = describePlace([...prefix, ...inner.path]);
  const words = describe(inner, String(inner.path.at(-1) ?? ''), valueAt(document, inner.path));
  const message = at === '' ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${at}: ${words}`;
  return at === '' ? { message: shorten(message, 380) } : { message: shorten(message, 380), at };
}
