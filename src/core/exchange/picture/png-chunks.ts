import { fail, succeed, type Reply } from '../../model/reply.ts';
import { crc32 } from './crc32.ts';

/** The eight bytes every PNG starts with (https://www.w3.org/TR/png-3/#3PNGsignature). */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const LENGTH_BYTES = 4;
const TYPE_BYTES = 4;
const CRC_BYTES = 4;
const FRAME_BYTES = LENGTH_BYTES + TYPE_BYTES + CRC_BYTES;
const HEADER_LENGTH = 13;
const BYTE = 8;

/** Larger than any picture that is drawn here, small enough to be read at once. */
export const LARGEST_PICTURE = 256 * 1024 * 1024;

/** One chunk of a PNG; `start` and `end` are where it lies with its frame, `data` where its content lies. */
export interface PngChunk {
  readonly type: string;
  readonly start: number;
  readonly data: { readonly start: number; readonly end: number };
  readonly end: number;
}

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

function readNumber(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let index = start; index < start + LENGTH_BYTES; index += 1) value = value * (1 << BYTE) + (bytes[index] ?? 0);
  return value;
}

function writeNumber(bytes: Uint8Array, start: number, value: number): void {
  for (let index = 0; index < LENGTH_BYTES; index += 1) bytes[start + index] = (value >>> (BYTE * (LENGTH_BYTES - 1 - index))) & 0xff;
}

const readType = (bytes: Uint8Array, start: number): string => String.fromCharCode(...bytes.subarray(start, start + TYPE_BYTES));

function readChunk(bytes: Uint8Array, start: number): Reply<PngChunk> {
  const cutOff = fail('This picture breaks off before its end; save it again.', `byte ${start}`);
  if (start + FRAME_BYTES > bytes.length) return cutOff;
  const length = readNumber(bytes, start);
  const dataStart = start + LENGTH_BYTES + TYPE_BYTES;
  const end = dataStart + length + CRC_BYTES;
  const type = readType(bytes, start + LENGTH_BYTES);
  if (!/^[A-Za-z]{4}$/.test(type)) return fail(`This picture is damaged at byte ${start}; save it again.`, `byte ${start}`);
  return end > bytes.length ? cutOff : succeed({ type, start, data: { start: dataStart, end: dataStart + length }, end });
}

/**
 * The chunks of a PNG from IHDR to IEND, in order (https://www.w3.org/TR/png-3/#5DataRep). What follows IEND is not
 * part of the picture. The check sums are not compared: see {@link hasRightCheckSum}.
 */
export function readPngChunks(bytes: Uint8Array): Reply<readonly PngChunk[]> {
  if (!isPng(bytes)) return fail('This is not a PNG picture; open a .vpc.png that Reachable has saved.');
  if (bytes.length > LARGEST_PICTURE) return fail('This picture is larger than 256 MiB; save it at a smaller scale.');
  const chunks: PngChunk[] = [];
  for (let start: number = SIGNATURE.length; ; ) {
    const read = readChunk(bytes, start);
    if (!read.ok) return read;
    chunks.push(read.value);
    start = read.value.end;
    if (read.value.type === 'IEND') break;
  }
  const header = chunks[0];
  const isHeader = header?.type === 'IHDR' && header.data.end - header.data.start === HEADER_LENGTH;
  return isHeader ? succeed(chunks) : fail('This picture is damaged: a PNG starts with an IHDR chunk of 13 bytes; save it again.');
}

/** Whether a chunk is what was written: its CRC-32 is over type and content. */
export const hasRightCheckSum = (bytes: Uint8Array, chunk: PngChunk): boolean =>
  crc32(bytes, chunk.data.start - TYPE_BYTES, chunk.data.end) === readNumber(bytes, chunk.data.end);

/** A whole chunk: length, type, content, check sum. */
export function writePngChunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(FRAME_BYTES + content.length);
  const dataStart = LENGTH_BYTES + TYPE_BYTES;
  writeNumber(bytes, 0, content.length);
  for (let index = 0; index < TYPE_BYTES; index += 1) bytes[LENGTH_BYTES + index] = type.charCodeAt(index);
  bytes.set(content, dataStart);
  writeNumber(bytes, dataStart + content.length, crc32(bytes, LENGTH_BYTES, dataStart + content.length));
  return bytes;
}
