import type { EditResult } from '@core/editing/edit-result.ts';
import { edit } from '@core/editing/edit.ts';
import { countOf } from '@core/editing/nouns.ts';
import { readCidrList } from '@core/editing/read-cidr-list.ts';
import { refuse } from '@core/editing/refusal.ts';
import { putRoute } from '@core/editing/routes.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Route } from '@core/model/resources/index.ts';

export interface AddRoutes {
  readonly routeTable: ResourceId;
  /** Blocks, addresses or the id of a prefix list, separated by spaces, commas or lines. */
  readonly text: string;
  readonly target: Route['target'];
}

/** Adds a static route to each destination in a text, in one step; one that cannot be added refuses them all. */
export function addRoutes(design: Design, { routeTable, text, target }: AddRoutes): EditResult {
  return edit(design, (draft) => {
    const given = text.trim();
    const { cidrs, problems } = given.startsWith('pl-') ? { cidrs: [given], problems: [] } : readCidrList(given);
    const [problem] = problems;
    if (problem !== undefined) refuse(problem);
    if (cidrs.length === 0) refuse('A route needs a destination, such as 0.0.0.0/0.');
    for (const destination of cidrs) putRoute(draft, { routeTable, destination, target });
    const [only] = cidrs;
    const what = cidrs.length === 1 ? (only ?? '') : countOf(cidrs.length, 'destination');
    return { said: `Send ${what} to ${draft.nameOf(target)} in ${draft.nameOf(routeTable)}` };
  });
}
