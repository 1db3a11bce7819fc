import { parseJson } from '../../model/parse-json.ts';
import { shorten } from '../../model/quote.ts';
import type { PolicyDocument } from '../../model/resources/iam-role.ts';
import type { Draft } from './draft.ts';
import { isRecord } from './record.ts';

/** The text that a document was encoded as; the text itself where it is not encoded. */
function decodeUrl(text: string): string {
  if (!/^\s*%7b/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Where a text is no JSON, as far as that can be said. */
function placeOfFault(read: ReturnType<typeof parseJson> | undefined): string {
  return read === undefined || read.ok || read.problem.at === undefined ? '' : ` (at ${read.problem.at})`;
}

/**
 * A policy document of an answer: the object that the command line interface prints, or the URL-encoded text (RFC 3986) of
 * the API itself. One that cannot be read is noted, and its policy stays known by name alone.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
 */
export function readPolicyDocument(draft: Draft, value: unknown, named: { readonly key: string; readonly name: string }): PolicyDocument | undefined {
  if (isMissing(value)) return undefined;
  if (isRecord(value)) return value;
  const read = typeof value === 'string' ? parseJson(decodeUrl(value)) : undefined;
  if (read?.ok && isRecord(read.value)) return read.value;
  draft.note({ type: named.key, count: 1, outcome: 'skipped', sentence: `The document of ${shorten(named.name)} is no JSON object${placeOfFault(read)}; what it allows is not known.` });
  return undefined;
}
