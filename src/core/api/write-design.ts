import { succeed, type Reply } from '../model/reply.ts';
import { writeDesign as writeCanonicalText } from '../model/write-design.ts';
import type { RequestOf } from './requests.ts';

/** The text of a `.vpc.json`: same design, same bytes. */
export function writeDesign({ design }: RequestOf<'writeDesign'>): Reply<string> {
  return succeed(writeCanonicalText(design));
}
