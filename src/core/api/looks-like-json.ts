const OPENINGS = ['{', '['].map((character) => character.charCodeAt(0));
/** White space, the marks of byte orders, and the zero bytes of UTF-16. */
const PASSED_OVER = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xbb, 0xbf, 0xef, 0xfe, 0xff]);

/**
 * Whether bytes may be a JSON document: an object or a list at the start, in any encoding. For hosts that walk a folder:
 * snapshots come with and without `.json` in their names.
 */
export function looksLikeJson(content: Uint8Array): boolean {
  const first = content.find((byte) => !PASSED_OVER.has(byte));
  return first !== undefined && OPENINGS.includes(first);
}
