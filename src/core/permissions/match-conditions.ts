import { readOperator, type NamedOperator } from './condition-operators.ts';
import { isFields, toList, type Statement } from './read-statements.ts';
import type { KeyValue, RequestKeys } from './request.ts';
import { allOf, anyOf, opposite, type Truth } from './truth.ts';

interface Compared {
  readonly operator: NamedOperator;
  readonly wanted: readonly unknown[];
  readonly reading: { readonly keys: RequestKeys; readonly hasVariables: boolean };
}

/** One value of the request against all of the policy's: any of them, or with a negated operator none of them. */
function fitsOne({ operator, wanted, reading }: Compared, given: string): Truth {
  const fits = anyOf(wanted.map((value) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? operator.compare(String(value), given, reading) : 'unknown')));
  return operator.isNegated ? opposite(fits) : fits;
}

/** What holds where the request lacks the key. */
function withoutKey({ over, ifExists, isNegated }: NamedOperator): Truth {
  if (over === 'all-values') return 'yes';
  // Whether IfExists helps a key of several values that is not there, AWS does not say.
  if (over === 'any-value') return ifExists ? 'unknown' : 'no';
  return ifExists || isNegated ? 'yes' : 'no';
}

function fitsValues(compared: Compared, value: KeyValue | undefined): Truth {
  const { operator } = compared;
  if (value === undefined) return 'unknown';
  if (value.kind === 'absent') return withoutKey(operator);
  const fits = value.values.map((given) => fitsOne(compared, given));
  if (value.kind === 'one-of') return fits.every((truth) => truth === fits[0]) ? (fits[0] ?? 'unknown') : 'unknown';
  if (operator.over === 'any-value') return anyOf(fits);
  if (operator.over === 'all-values' || fits.length === 1) return allOf(fits);
  // A key of several values without a set operator: AWS calls it a mistake and promises nothing.
  return 'unknown';
}

/** `"true"`: the key must not be there; `"false"`: it must be there (IAM User Guide, condition operators, Null). */
function fitsNull(wanted: readonly unknown[], value: KeyValue | undefined): Truth {
  if (value === undefined) return 'unknown';
  return anyOf(wanted.map((text) => (String(text) === 'true' ? value.kind === 'absent' : value.kind !== 'absent')).map((holds) => (holds ? 'yes' : 'no')));
}

function fitsOperator(name: string, block: unknown, reading: Compared['reading']): Truth {
  if (!isFields(block)) return 'unknown';
  const operator = readOperator(name);
  return allOf(
    Object.entries(block).map(([key, value]) => {
      const given = reading.keys.get(key.toLowerCase());
      if (name.toLowerCase() === 'null') return fitsNull(toList(value), given);
      return operator === undefined ? 'unknown' : fitsValues({ operator, wanted: toList(value), reading }, given);
    }),
  );
}

/**
 * Whether all conditions of a statement hold for the request: every operator and every key, any of a key's values.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function matchConditions({ fields, hasVariables }: Statement, keys: RequestKeys): Truth {
  const { Condition: conditions } = fields;
  if (conditions === undefined) return 'yes';
  if (!isFields(conditions)) return 'unknown';
  return allOf(Object.entries(conditions).map(([name, block]) => fitsOperator(name, block, { keys, hasVariables })));
}

/** The condition keys of a statement whose value in the request is not known, as the policy writes them. */
export function unknownKeysOf({ fields }: Statement, keys: RequestKeys): readonly string[] {
  const { Condition: conditions } = fields;
  if (!isFields(conditions)) return [];
  const named = Object.values(conditions).flatMap((block) => (isFields(block) ? Object.keys(block) : []));
  return [...new Set(named)].filter((key) => !keys.has(key.toLowerCase()));
}
