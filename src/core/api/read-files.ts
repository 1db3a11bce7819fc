import { readFiles as readAnyFiles } from '../exchange/read-files.ts';
import type { Reply } from '../model/reply.ts';
import type { ReadResult } from './core-api.ts';
import { rememberDesign } from './known-designs.ts';
import type { RequestOf } from './requests.ts';

/** Reads a design, a picture with a design in it, or describe-* output, told apart by content. */
export function readFiles({ files }: RequestOf<'readFiles'>): Reply<ReadResult> {
  const read = readAnyFiles(files);
  if (read.ok) rememberDesign(read.value.design);
  return read;
}
