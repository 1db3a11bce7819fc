import { arrange as placeResources } from '../drawing/arrange.ts';
import type { Layout } from '../model/design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** Places for everything, in canvas pixels relative to the container. */
export function arrange({ design }: RequestOf<'arrange'>): Reply<Layout> {
  return succeed(placeResources(design));
}
