const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BITS = 6;
const BYTE_BITS = 8;
const BYTE = 0xff;

/** The bytes that a text holds in base64 (RFC 4648, section 4; line breaks are passed over), or `undefined` when it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[\r\n\t ]/g, '').replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const digit of digits) {
    held = ((held << BITS) | ALPHABET.indexOf(digit)) & 0xffff;
    bits += BITS;
    if (bits < BYTE_BITS) continue;
    bits -= BYTE_BITS;
    bytes.push((held >> bits) & BYTE);
  }
  return Uint8Array.from(bytes);
}
