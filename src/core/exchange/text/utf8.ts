const REPLACEMENT = 0xfffd;
const CONTINUATION = 0x80;
const CONTINUATION_BITS = 6;
const CONTINUATION_MASK = 0x3f;

/** Leading bits, bytes and lowest code point of the sequences of more than one byte (RFC 3629, section 3). */
const SEQUENCES = [
  { lead: 0xc0, leadMask: 0xe0, length: 2, lowest: 0x80 },
  { lead: 0xe0, leadMask: 0xf0, length: 3, lowest: 0x800 },
  { lead: 0xf0, leadMask: 0xf8, length: 4, lowest: 0x10000 },
] as const;
const HIGHEST = 0x10ffff;
/** As many characters as an engine surely takes as arguments of one call. */
const CHARACTERS_AT_ONCE = 4096;

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function sequenceOf(code: number): (typeof SEQUENCES)[number] | undefined {
  for (let index = SEQUENCES.length - 1; index >= 0; index -= 1) {
    const sequence = SEQUENCES[index];
    if (sequence && code >= sequence.lowest) return sequence;
  }
  return undefined;
}

/** The bytes of a text in UTF-8 (RFC 3629); half a surrogate pair becomes U+FFFD, as everywhere. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? REPLACEMENT;
    const code = isSurrogate(point) ? REPLACEMENT : point;
    const sequence = sequenceOf(code);
    if (!sequence) {
      bytes.push(code);
      continue;
    }
    let shift = (sequence.length - 1) * CONTINUATION_BITS;
    bytes.push(sequence.lead | (code >> shift));
    while (shift > 0) {
      shift -= CONTINUATION_BITS;
      bytes.push(CONTINUATION | ((code >> shift) & CONTINUATION_MASK));
    }
  }
  return Uint8Array.from(bytes);
}

interface CodePoint {
  readonly code: number;
  readonly length: number;
}

function readSequence(bytes: Uint8Array, start: number): CodePoint | undefined {
  const first = bytes[start] ?? 0;
  const sequence = SEQUENCES.find(({ lead, leadMask }) => (first & leadMask) === lead);
  if (!sequence) return undefined;
  let code = first & ~sequence.leadMask;
  for (let offset = 1; offset < sequence.length; offset += 1) {
    const byte = bytes[start + offset] ?? 0;
    if ((byte & ~CONTINUATION_MASK) !== CONTINUATION) return undefined;
    code = (code << CONTINUATION_BITS) | (byte & CONTINUATION_MASK);
  }
  const isValid = code >= sequence.lowest && code <= HIGHEST && !isSurrogate(code);
  return isValid ? { code, length: sequence.length } : undefined;
}

/** The text that bytes hold in UTF-8, or `undefined` when they are not UTF-8. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0;
    const point = byte < CONTINUATION ? { code: byte, length: 1 } : readSequence(bytes, index);
    if (!point) return undefined;
    codes.push(point.code);
    index += point.length;
    if (codes.length < CHARACTERS_AT_ONCE) continue;
    parts.push(String.fromCodePoint(...codes));
    codes = [];
  }
  return parts.join('') + String.fromCodePoint(...codes);
}
