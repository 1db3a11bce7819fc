import { fail, succeed, type Reply } from '../../model/reply.ts';
import { decodeUtf8 } from './utf8.ts';

const BYTES_PER_UNIT = 2;
const BYTE = 8;
const UNITS_AT_ONCE = 4096;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** The text of UTF-16 code units; `low` is where in each pair of bytes the lower one stands. */
function decodeUtf16(bytes: Uint8Array, low: 0 | 1): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let index = BYTES_PER_UNIT; index + 1 < bytes.length; index += BYTES_PER_UNIT) {
    units.push((bytes[index + low] ?? 0) | ((bytes[index + 1 - low] ?? 0) << BYTE));
    if (units.length < UNITS_AT_ONCE) continue;
    parts.push(String.fromCharCode(...units));
    units = [];
  }
  return parts.join('') + String.fromCharCode(...units);
}

const ARCHIVES: readonly { readonly signature: readonly number[]; readonly name: string }[] = [
  { signature: [0x1f, 0x8b], name: 'a gzip archive' },
  { signature: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive' },
];

/**
 * The text of a file's bytes: UTF-8, or UTF-16 when a byte order mark says so (Windows PowerShell 5 writes it for
 * `aws … > file.json`: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding).
 */
export function decodeText(bytes: Uint8Array): Reply<string> {
  if (startsWith(bytes, [0xff, 0xfe])) return succeed(decodeUtf16(bytes, 0));
  if (startsWith(bytes, [0xfe, 0xff])) return succeed(decodeUtf16(bytes, 1));
  const archive = ARCHIVES.find(({ signature }) => startsWith(bytes, signature));
  if (archive) return fail(`This is ${archive.name}; unpack it first.`);
  const text = decodeUtf8(bytes);
  return text === undefined ? fail('This is neither UTF-8 text nor a PNG picture; open a .vpc.json, a .vpc.png or describe output.') : succeed(text);
}
