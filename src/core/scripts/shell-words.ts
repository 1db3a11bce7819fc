import type { Assignment, DoubleQuotedChild, Word, WordPart } from 'unbash';

/** Values of variables that a script sets to plain texts. */
export type Variables = ReadonlyMap<string, string>;

type Part = WordPart | DoubleQuotedChild;

const textOf = (part: Part, variables: Variables): string => {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return part.value;
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.map((child) => textOf(child, variables)).join('');
    case 'SimpleExpansion':
      return variables.get(part.text.slice(1)) ?? part.text;
    case 'ParameterExpansion':
      return part.operation === undefined && part.prefix === undefined && part.index === undefined ? (variables.get(part.parameter) ?? part.text) : part.text;
    default:
      return part.text;
  }
};

/** A word as the shell passes it on: without its quotes, with the variables that are known; the rest stays as it is written. */
export const expandWord = (word: Word, variables: Variables): string => (word.parts ? word.parts.map((part) => textOf(part, variables)).join('') : word.value);

/** The value that an assignment gives; nothing for an array, a part of one, or an addition. */
export function assignedText({ value, append, index }: Assignment, variables: Variables): string | undefined {
  if (value.type === 'ArrayValue' || append === true || index !== undefined) return undefined;
  return expandWord(value, variables);
}
