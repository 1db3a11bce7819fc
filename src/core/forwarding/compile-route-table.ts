import { contains, isSameBlock, rangeOf, readCidr, type Cidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { endpointRoutes, standInRoutes } from './endpoint-routes.ts';
import type { Lookup, VpcEntry } from '../lookup/entries.ts';
import { waysTo } from '../lookup/direct-connect.ts';
import { prefixListBlocks } from '../lookup/prefix-lists.ts';
import { resolveTarget, type RouteTarget } from '../lookup/route-target.ts';
import { isGone } from '../model/life-cycle.ts';
import type { Route, RouteTable } from '../model/resources/index.ts';

/** One route, ready for picking: `local:10.0.0.0/16` is the row of a local route. */
export interface CompiledRoute {
  readonly row: string;
  readonly destination: string;
  readonly cidr: Cidr;
  readonly range: Interval;
  readonly origin: 'static' | 'propagated';
  readonly target: RouteTarget;
  /** An entry of a prefix list: it loses against a static route and wins against a propagated one of the same block. */
  readonly isListed?: true;
  /** Another prefix list of the table holds the same block and leads elsewhere; AWS picks one of them and does not say which. */
  readonly isContested?: true;
}

export interface CompiledRouteTable {
  /** Longest prefix first; of equal prefixes the one that AWS prefers first. */
  readonly routes: Readonly<Record<4 | 6, readonly CompiledRoute[]>>;
  /** Rows whose destination is a prefix list of which the design does not tell what it holds. */
  readonly prefixListRows: readonly string[];
}

/** The row id of the local route of a VPC block. */
export const localRow = (cidr: string): string => `local:${cidr}`;

function localRoutes(vpc: VpcEntry, replaced: ReadonlySet<string>): CompiledRoute[] {
  const routes: CompiledRoute[] = [];
  for (const cidr of vpc.blocks) {
    const destination = blockText(vpc, cidr);
    if (replaced.has(destination)) continue;
    routes.push({ row: localRow(destination), destination, cidr, range: rangeOf(cidr), origin: 'static', target: { kind: 'local' } });
  }
  return routes;
}

function holdsBlock(text: string, cidr: Cidr): boolean {
  const block = readCidr(text);
  return block !== undefined && isSameBlock(block, cidr);
}

function blockText(vpc: VpcEntry, cidr: Cidr): string {
  const texts = [vpc.value.cidr, ...Object.values(vpc.value.secondaryCidrs).map((row) => row.cidr), ...Object.values(vpc.value.ipv6Cidrs).map((row) => row.cidr)];
  return texts.find((text) => holdsBlock(text, cidr)) ?? vpc.value.cidr;
}

/** A propagated route inside a VPC block loses against `local`, even when it is longer (Site-to-Site VPN, vpn-route-priority). */
const losesAgainstLocal = (vpc: VpcEntry, route: Route, cidr: Cidr): boolean =>
  route.origin === 'propagated' && vpc.blocks.some((block) => contains(block, cidr));

const rankOf = ({ origin, isListed }: CompiledRoute): number => (origin === 'propagated' ? 2 : isListed ? 1 : 0);

const isPreferred = (a: CompiledRoute, b: CompiledRoute): number => b.cidr.prefixLength - a.cidr.prefixLength || rankOf(a) - rankOf(b);

interface ListedRoute {
  readonly row: string;
  readonly route: Route;
  readonly target: RouteTarget;
  readonly blocks: readonly Cidr[];
}

/** Each entry of a prefix list is as if it were a route of its own (VPC User Guide, managed-prefix-lists). */
function listedRoutes(lists: readonly ListedRoute[]): CompiledRoute[] {
  return lists.flatMap(({ row, route, target, blocks }) =>
    blocks.map((cidr): CompiledRoute => {
      const isContested = lists.some((other) => other.row !== row && other.route.target !== route.target && other.blocks.some((block) => isSameBlock(block, cidr)));
      const listed = { row, destination: route.destination, cidr, range: rangeOf(cidr), origin: 'static', target, isListed: true } as const;
      return isContested ? { ...listed, isContested } : listed;
    }),
  );
}

/** A propagated route goes with the connections it was learnt from: of these all are deleted, and no Direct Connect is there. */
function isWithdrawn(lookup: Lookup, { origin, target }: Route): boolean {
  if (origin !== 'propagated' || target === 'local') return false;
  const connections = lookup.vpnConnectionsOfGateway.get(target) ?? [];
  return connections.length > 0 && connections.every(({ value }) => isGone(value)) && waysTo(lookup, target).length === 0;
}

function compile(lookup: Lookup, vpc: VpcEntry, given: { readonly id: string; readonly value: RouteTable } | undefined): CompiledRouteTable {
  const table = given?.value;
  const explicit: CompiledRoute[] = [];
  const prefixListRows: string[] = [];
  const lists: ListedRoute[] = [];
  const replaced = new Set<string>();
  for (const [row, route] of Object.entries(table?.routes ?? {})) {
    const cidr = readCidr(route.destination);
    if (!cidr) {
      const blocks = prefixListBlocks(lookup, route.destination);
      if (blocks) lists.push({ row, route, target: resolveTarget(lookup, vpc, route), blocks });
      else {
        prefixListRows.push(row);
        explicit.push(...standInRoutes(lookup, vpc, { row, route }));
      }
      continue;
    }
    if (losesAgainstLocal(vpc, route, cidr) || isWithdrawn(lookup, route)) continue;
    if (vpc.blocks.some((block) => isSameBlock(block, cidr))) replaced.add(route.destination);
    explicit.push({ row, destination: route.destination, cidr, range: rangeOf(cidr), origin: route.origin, target: resolveTarget(lookup, vpc, route) });
  }
  const all = [...localRoutes(vpc, replaced), ...explicit, ...listedRoutes(lists), ...endpointRoutes(lookup, vpc, given)].sort(isPreferred);
  return { routes: { 4: all.filter((route) => route.cidr.family === 4), 6: all.filter((route) => route.cidr.family === 6) }, prefixListRows };
}

const compiledTables = new WeakMap<Lookup, Map<string, CompiledRouteTable>>();

/**
 * The routes of a table in the order AWS picks them: longest prefix, then static, then prefix lists, then propagated
 * (VPC User Guide, route-tables-priority). Without a table only the local routes are known.
 */
export function compileRouteTable(lookup: Lookup, vpc: VpcEntry, table: { readonly id: string; readonly value: RouteTable } | undefined): CompiledRouteTable {
  let tables = compiledTables.get(lookup);
  if (!tables) {
    tables = new Map();
    compiledTables.set(lookup, tables);
  }
  const key = table?.id ?? `main of ${vpc.id}`;
  const known = tables.get(key);
  if (known) return known;
  const compiled = compile(lookup, vpc, table);
  tables.set(key, compiled);
  return compiled;
}
