import { literally, UNKNOWN_PART, withWildcards, type PatternPart } from './match-pattern.ts';
import type { KeyValue, RequestKeys } from './request.ts';

/** How a text of a policy is read. */
export interface TextReading {
  readonly keys: RequestKeys;
  readonly hasVariables: boolean;
  /** Whether `*` and `?` are wildcards, as in Resource and in StringLike; not in StringEquals. */
  readonly hasWildcards: boolean;
}

const VARIABLE = /\$\{([^}]*)\}/;
const DEFAULT = /^([^,]+?)\s*(?:,\s*'(.*)')?$/;
const LITERALS: ReadonlySet<string> = new Set(['*', '?', '$']);

/** The one value of a key, where it is known whole. */
function oneOf(value: KeyValue | undefined): string | undefined {
  const [only, ...others] = value?.kind === 'values' ? value.values : [];
  return others.length > 0 || only?.includes(UNKNOWN_PART) ? undefined : only;
}

/** What a variable stands for; nothing where the request's value is not known. */
function resolve(variable: string, keys: RequestKeys): string | undefined {
  if (LITERALS.has(variable)) return variable;
  const [, key = variable, otherwise] = DEFAULT.exec(variable.trim()) ?? [];
  const value = keys.get(key.toLowerCase());
  return value?.kind === 'absent' ? otherwise : oneOf(value);
}

/**
 * The pattern that a text of a policy is for this request; nothing where one of its variables is not known. What stands in
 * for a variable has no wildcards. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readPolicyText(text: string, { keys, hasVariables, hasWildcards }: TextReading): readonly PatternPart[] | undefined {
  const plain = hasWildcards ? withWildcards : literally;
  if (!hasVariables) return plain(text);
  const parts: PatternPart[] = [];
  for (const [index, piece] of text.split(VARIABLE).entries()) {
    if (index % 2 === 0) parts.push(...plain(piece));
    else {
      const value = resolve(piece, keys);
      if (value === undefined) return undefined;
      parts.push(...literally(value));
    }
  }
  return parts;
}
