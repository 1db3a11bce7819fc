import { addressCount } from '../../address/cidr.ts';
import { precedes } from '../../address/interval.ts';
import type { CompiledRoute } from '../../forwarding/compile-route-table.ts';

/** A route that no packet ever takes, and the routes that take all it could match. */
export interface CoveredRoute {
  readonly route: CompiledRoute;
  readonly by: readonly CompiledRoute[];
}

interface Open {
  readonly route: CompiledRoute;
  /** Routes directly inside it, and how many of its addresses they take together. */
  readonly inside: CompiledRoute[];
  taken: bigint;
}

const sizeOf = ({ cidr }: CompiledRoute): bigint => BigInt(addressCount(cidr));

const isCovered = ({ route, taken }: Open): boolean => taken >= sizeOf(route);

/** Takes the routes off the stack that end before an address; those that longer ones cover wholly are found out here. */
function closeBefore(stack: Open[], start: number | bigint | undefined, found: CoveredRoute[]): void {
  for (let top = stack[stack.length - 1]; top && (start === undefined || !precedes(start, top.route.range[1])); top = stack[stack.length - 1]) {
    stack.pop();
    if (isCovered(top)) found.push({ route: top.route, by: top.inside });
  }
}

/** Of two routes one is covered only where both have the same destination; most tables have `local` and one more. */
function areTwoApart([first, second, third]: readonly CompiledRoute[]): boolean {
  return first !== undefined && second !== undefined && third === undefined && first.cidr.prefixLength !== second.cidr.prefixLength;
}

/**
 * Which routes of one family are never used, `routes` being in the order AWS prefers them: of equal destinations the first
 * wins, and what longer destinations take together is lost to the shorter one. Sorts once and keeps a stack.
 */
export function findCoveredRoutes(routes: readonly CompiledRoute[]): readonly CoveredRoute[] {
  if (routes.length < 2 || areTwoApart(routes)) return [];
  const sorted = routes.map((route, order) => ({ route, order }));
  sorted.sort((a, b) => compareStarts(a.route, b.route) || a.route.cidr.prefixLength - b.route.cidr.prefixLength || a.order - b.order);
  const found: CoveredRoute[] = [];
  const stack: Open[] = [];
  for (const { route } of sorted) {
    closeBefore(stack, route.range[0], found);
    const top = stack[stack.length - 1];
    if (top?.route.cidr.prefixLength === route.cidr.prefixLength) {
      found.push({ route, by: [top.route] });
      continue;
    }
    if (top) {
      top.inside.push(route);
      top.taken += sizeOf(route);
    }
    stack.push({ route, inside: [], taken: 0n });
  }
  closeBefore(stack, undefined, found);
  return found;
}

const compareStarts = (a: CompiledRoute, b: CompiledRoute): number => (precedes(a.range[0], b.range[0]) ? -1 : precedes(b.range[0], a.range[0]) ? 1 : 0);
