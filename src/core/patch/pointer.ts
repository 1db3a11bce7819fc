const ESCAPED = /~[01]/g;
const BAD_ESCAPE = /~(?![01])/;

/** One part of a pointer, escaped: `~` becomes `~0`, `/` becomes `~1`. */
const escapePart = (part: string): string => (part.includes('~') || part.includes('/') ? escapeMarks(part) : part);

const escapeMarks = (part: string): string => part.replace(/~/g, '~0').replace(/\//g, '~1');

/** A JSON pointer from its parts (RFC 6901): `['resources', 'vpc-1']` is `/resources/vpc-1`; no parts mean the whole document. */
export function toPointer(parts: readonly string[]): string {
  let pointer = '';
  for (const part of parts) pointer += `/${escapePart(part)}`;
  return pointer;
}

/** The parts of a JSON pointer, or `undefined` when the text is none. */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || BAD_ESCAPE.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replace(ESCAPED, (escaped) => (escaped === '~1' ? '/' : '~')));
}
