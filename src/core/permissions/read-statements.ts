/** The object of a JSON document, its members unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** IAM takes one where it takes a list of one (IAM User Guide, reference_policies_grammar). */
export const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** One statement of a policy. */
export interface Statement {
  /** Its place in the policy, counted from 1. */
  readonly number: number;
  readonly sid: string | undefined;
  /** `unreadable` may turn out to be either. */
  readonly effect: 'Allow' | 'Deny' | 'unreadable';
  readonly fields: Fields;
  /** Whether `${…}` is a variable: only in version 2012-10-17, before that it is text. */
  readonly hasVariables: boolean;
}

const VERSION_WITH_VARIABLES = '2012-10-17';

function readStatement(value: unknown, number: number, hasVariables: boolean): Statement {
  const fields = isFields(value) ? value : {};
  const { Effect: effect, Sid: sid } = fields;
  return { number, sid: typeof sid === 'string' && sid !== '' ? sid : undefined, effect: effect === 'Allow' || effect === 'Deny' ? effect : 'unreadable', fields, hasVariables };
}

const statementsOf = new WeakMap<object, readonly Statement[]>();

/**
 * The statements of a policy document, one or a list; `undefined` where it is no policy. What a statement lacks is left for
 * the one who asks it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export function readStatements(document: unknown): readonly Statement[] | undefined {
  if (!isFields(document) || document['Statement'] === undefined) return undefined;
  const known = statementsOf.get(document);
  if (known) return known;
  const hasVariables = document['Version'] === VERSION_WITH_VARIABLES;
  const read = toList(document['Statement']).map((statement, index) => readStatement(statement, index + 1, hasVariables));
  statementsOf.set(document, read);
  return read;
}
