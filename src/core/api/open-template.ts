import type { Design } from '../model/design.ts';
import type { Reply } from '../model/reply.ts';
import { openTemplate as makeDesign } from '../templates/index.ts';
import { rememberDesign } from './known-designs.ts';
import type { RequestOf } from './requests.ts';

/** A fresh design from a template; a problem when there is none of that id. */
export function openTemplate(request: RequestOf<'openTemplate'>): Reply<Design> {
  const made = makeDesign(request);
  if (made.ok) rememberDesign(made.value);
  return made;
}
