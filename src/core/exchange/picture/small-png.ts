import { writePngChunk } from './png-chunks.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** One black pixel: 1 × 1, eight bits, greyscale, and the compressed scan line `00 00`. */
const HEADER = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
const PIXEL = [0x78, 0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01];

export interface ChunkOfTest {
  readonly type: string;
  readonly content: Uint8Array;
}

/** The smallest picture there is, for tests, with further chunks between header and pixels. */
export function smallPng(further: readonly ChunkOfTest[] = []): Uint8Array {
  const chunks = [{ type: 'IHDR', content: Uint8Array.from(HEADER) }, ...further, { type: 'IDAT', content: Uint8Array.from(PIXEL) }, { type: 'IEND', content: new Uint8Array() }];
  return Uint8Array.from([...SIGNATURE, ...chunks.flatMap(({ type, content }) => [...writePngChunk(type, content)])]);
}
