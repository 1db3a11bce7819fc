import { formatCidr, overlaps, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { prefixListBlocks } from '../../lookup/prefix-lists.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routeUsesOf, type RouteUse } from '../facts/uses.ts';

interface Facts {
  readonly table: string;
  readonly first: string;
  readonly second: string;
  readonly block: string;
}

interface ListRoute {
  readonly use: RouteUse;
  readonly blocks: readonly Cidr[];
}

function listRoutes(lookup: Lookup, uses: readonly RouteUse[]): readonly ListRoute[] {
  return uses.flatMap((use) => {
    const blocks = use.route.destination.startsWith('pl-') ? prefixListBlocks(lookup, use.route.destination) : undefined;
    return blocks ? [{ use, blocks }] : [];
  });
}

/** A block of the second list that shares addresses with the first; the shorter prefix says more. */
function sharedBlock(first: ListRoute, second: ListRoute): Cidr | undefined {
  return second.blocks.find((block) => first.blocks.some((other) => overlaps(other, block)));
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const table of lookup.byKind['route-table']) {
    const routes = listRoutes(lookup, routeUsesOf(lookup, table.id));
    for (const [index, first] of routes.entries()) {
      for (const second of routes.slice(index + 1)) {
        if (first.use.route.target === second.use.route.target) continue;
        const block = sharedBlock(first, second);
        if (!block) continue;
        const facts: Facts = { table: nameOf(lookup, table.id), first: nameOf(lookup, first.use.route.destination), second: nameOf(lookup, second.use.route.destination), block: formatCidr(block) };
        yield { evidence: [{ at: table.id, row: first.use.row }, { at: table.id, row: second.use.row }], facts };
      }
    }
  }
}

export const overlappingPrefixLists = defineRule<Facts>({
  id: 'overlapping-prefix-lists',
  area: 'routing',
  severity: 'warning',
  why: 'Where two prefix lists of one route table share a block and lead to different targets, AWS chooses one of them at random and keeps to it.',
  learnMore: documentation.routePriority,
  check,
  explain: ({ table, first, second, block }) => `${table} routes ${first} and ${second} to different targets, and both hold addresses of ${block}; take the block out of one of the lists.`,
});
