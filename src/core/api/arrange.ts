import { arrange as placeResources } from '../drawing/arrange.ts';
import type { Layout } from '../model/design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** What is collapsed stays so, and what it hides keeps its place for when it is expanded. */
function keepCollapsed(before: Layout, arranged: Layout): Layout {
  const isAnyCollapsed = Object.values(before).some(({ collapsed }) => collapsed);
  if (!isAnyCollapsed) return arranged;
  const marked = Object.entries(arranged).map(([key, box]) => [key, before[key]?.collapsed === true ? { ...box, collapsed: true } : box] as const);
  return { ...before, ...Object.fromEntries(marked) };
}

/** Places for everything, in canvas pixels relative to the container. */
export function arrange({ design }: RequestOf<'arrange'>): Reply<Layout> {
  return succeed(keepCollapsed(design.layout, placeResources(design)));
}
