/** Where a text stops being JSON (line and column count from 1), and what had to come there. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** What had to come there: `a value`, `"," or "}"`. */
  readonly expected: string;
  /** The text ends there. */
  readonly ended: boolean;
}

type State = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'nothing';
type Token = 'open-list' | 'open-object' | 'close-list' | 'close-object' | 'comma' | 'colon' | 'string' | 'scalar';

const PUNCTUATION: Readonly<Record<string, Token>> = {
  '[': 'open-list',
  '{': 'open-object',
  ']': 'close-list',
  '}': 'close-object',
  ',': 'comma',
  ':': 'colon',
};
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;

function matchAt(pattern: RegExp, text: string, position: number): number | undefined {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of the string that starts with the quotation mark at `position`. */
function endOfString(text: string, position: number): { readonly end: number; readonly closed: boolean } {
  let end = position + 1;
  for (;;) {
    end = matchAt(PLAIN, text, end) ?? end;
    if (text[end] === '"') return { end: end + 1, closed: true };
    const escaped = matchAt(ESCAPE, text, end);
    if (escaped === undefined) return { end, closed: false };
    end = escaped;
  }
}

interface Read {
  readonly token: Token | undefined;
  /** Where the token ends, or where it goes wrong. */
  readonly end: number;
  readonly expected?: string;
}

function readToken(text: string, position: number): Read {
  const character = text[position] ?? '';
  const token = PUNCTUATION[character];
  if (token) return { token, end: position + 1 };
  if (character === '"') {
    const { end, closed } = endOfString(text, position);
    return closed ? { token: 'string', end } : { token: undefined, end, expected: 'the rest of a text and its closing "' };
  }
  const end = matchAt(SCALAR, text, position);
  return end === undefined ? { token: undefined, end: position } : { token: 'scalar', end };
}

/** What may come in each state, and the state that follows; an opened or closed container decides for itself. */
const NEXT: Readonly<Record<State, Partial<Record<Token, State | 'open' | 'close'>>>> = {
  value: { 'open-list': 'open', 'open-object': 'open', string: 'comma-or-close', scalar: 'comma-or-close' },
  'value-or-close': { 'open-list': 'open', 'open-object': 'open', 'close-list': 'close', string: 'comma-or-close', scalar: 'comma-or-close' },
  key: { string: 'colon' },
  'key-or-close': { string: 'colon', 'close-object': 'close' },
  colon: { colon: 'value' },
  'comma-or-close': { comma: 'value', 'close-list': 'close', 'close-object': 'close' },
  nothing: {},
};

function describeExpected(state: State, container: Token | undefined): string {
  const close = container === 'open-list' ? '"]"' : '"}"';
  const words: Readonly<Record<State, string>> = {
    value: 'a value',
    'value-or-close': 'a value or "]"',
    key: 'a key in quotation marks',
    'key-or-close': 'a key in quotation marks or "}"',
    colon: '":"',
    'comma-or-close': `"," or ${close}`,
    nothing: 'the end of the text',
  };
  return words[state];
}

/** Follows the containers that are open, so that a text nested however deep costs no stack. */
class Position {
  state: State = 'value';
  private readonly open: Token[] = [];

  get container(): Token | undefined {
    return this.open.at(-1);
  }

  /** Takes a token; `false` when it may not come here. */
  take(token: Token): boolean {
    const next = NEXT[this.state][token];
    if (next === undefined) return false;
    if (next === 'open') return this.enter(token);
    if (next === 'close') return this.leave(token);
    if (next === 'value' && token === 'comma' && this.container === 'open-object') this.state = 'key';
    else this.state = next === 'comma-or-close' && this.open.length === 0 ? 'nothing' : next;
    return true;
  }

  private enter(token: Token): boolean {
    this.open.push(token);
    this.state = token === 'open-list' ? 'value-or-close' : 'key-or-close';
    return true;
  }

  private leave(token: Token): boolean {
    if ((token === 'close-list') !== (this.container === 'open-list')) return false;
    this.open.pop();
    this.state = this.open.length === 0 ? 'nothing' : 'comma-or-close';
    return true;
  }
}

function faultAt(text: string, offset: number, expected: string): JsonFault {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, expected, ended: offset >= text.length };
}

/**
 * Finds the place where a text is not JSON any more (RFC 8259), or `undefined` when all of it is. The engines' own
 * messages differ, quote whole lines of the file and have no place when a file breaks off.
 */
export function locateJsonFault(text: string): JsonFault | undefined {
  const position = new Position();
  for (let offset = 0; ; ) {
    offset = matchAt(SPACE, text, offset) ?? offset;
    if (offset >= text.length) {
      return position.state === 'nothing' ? undefined : faultAt(text, offset, describeExpected(position.state, position.container));
    }
    const { token, end, expected } = readToken(text, offset);
    if (expected !== undefined) return faultAt(text, end, expected);
    if (!token || !position.take(token)) return faultAt(text, offset, describeExpected(position.state, position.container));
    offset = end;
  }
}
