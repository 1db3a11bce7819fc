import { succeed, type Reply } from '../../model/reply.ts';
import { isDesignChunk, writeDesignChunk } from './design-chunk.ts';
import { readPngChunks } from './png-chunks.ts';

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

/**
 * Puts a design's text into a PNG as one iTXt chunk right after IHDR, in the place of an earlier one, so that the picture
 * opens again as a design. The picture looks the same everywhere else. What is wrong with the picture is said.
 */
export function embedInPng(png: Uint8Array, designText: string): Reply<Uint8Array> {
  const chunks = readPngChunks(png);
  if (!chunks.ok) return chunks;
  const design = writeDesignChunk(designText);
  if (!design.ok) return design;
  const [header, ...others] = chunks.value;
  const kept = others.filter((chunk) => !isDesignChunk(png, chunk)).map(({ start, end }) => png.subarray(start, end));
  return succeed(join([png.subarray(0, header?.end), design.value, ...kept]));
}
