import { mergeImport as layOver } from '../exchange/reimport/merge-import.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { MergedImport } from './core-api.ts';
import { rememberDesign } from './known-designs.ts';
import type { RequestOf } from './requests.ts';

/** Lays a newer import over a design and says what that changed. */
export function mergeImport({ design, imported }: RequestOf<'mergeImport'>): Reply<MergedImport> {
  const merged = layOver(design, imported);
  rememberDesign(merged.design);
  return succeed(merged);
}
