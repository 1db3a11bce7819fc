import { fail, type Reply } from '../../model/reply.ts';
import { isDesignChunk, readDesignChunk } from './design-chunk.ts';
import { readPngChunks } from './png-chunks.ts';

/** The text of the design that a PNG carries, or one sentence that says why there is none. */
export function extractFromPng(png: Uint8Array): Reply<string> {
  const chunks = readPngChunks(png);
  if (!chunks.ok) return chunks;
  const design = chunks.value.find((chunk) => isDesignChunk(png, chunk));
  return design ? readDesignChunk(png, design) : fail('This picture has no design in it; open one that Reachable has saved, or a .vpc.json file.');
}
