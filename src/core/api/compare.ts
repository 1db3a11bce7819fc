import { compareDesigns } from '../comparison/compare-designs.ts';
import type { Comparison } from '../findings/comparison.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** Resources, findings, saved questions and reach of two versions of a design, as far as they differ. */
export function compare({ before, after, mostSubnets }: RequestOf<'compare'>): Reply<Comparison> {
  return succeed(compareDesigns(before, after, mostSubnets));
}
