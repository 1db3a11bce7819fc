const LONGEST = 60;

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);
const quoteText = (text: string): string => JSON.stringify(cut(text));

/** A value from outside as it may stand in a sentence: on one line, and never longer than about 60 characters. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return value === null ? 'null' : 'an object';
    case 'string':
      return quoteText(value);
    case 'number':
    case 'boolean':
    case 'bigint':
      return cut(String(value));
    default:
      return `a ${typeof value}`;
  }
}

// Control characters, line and paragraph separators, and the marks that turn the direction of writing.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** A name from outside (a key, a path) as it may stand in a sentence: on one line, cut in the middle when it is long. */
export function shorten(name: string, longest = LONGEST): string {
  const line = name.replace(UNSEEN, ' ');
  if (line.length <= longest) return line;
  const half = Math.floor((longest - 1) / 2);
  return `${line.slice(0, half)}…${line.slice(-half)}`;
}

/** A place in a document: `resources › subnet-1 › cidr`. */
export const describePlace = (path: readonly PropertyKey[]): string => path.map((key) => (key === '' ? '""' : shorten(String(key)))).join(' › ');
