import { isSameBlock, readCidr } from '@core/address/cidr.ts';
import { rowEntries } from '@core/editing/rows.ts';
import type { Fix } from '@core/findings/fix.ts';
import type { Design } from '@core/model/design.ts';
import { routeSchema } from '@core/model/resources/route-table.ts';
import type { Route, RouteTable, Vpc } from '@core/model/resources/index.ts';
import { findOfKind, findResource, nameOf } from '../parts/name-of.ts';
import type { ProposedRow } from '../rows/proposed-rows.ts';

/** One line of a route table as the form shows it. */
export interface RouteLine {
  readonly row: string;
  readonly destination: string;
  /** A resource id, `local`, or empty while it is not chosen. */
  readonly target: string;
  /** `local` is AWS's own, `proposed` what a fix would add, `new` what somebody is adding. */
  readonly kind: 'local' | 'static' | 'propagated' | 'proposed' | 'new';
  /** Why traffic that takes this route is dropped. */
  readonly blackhole?: string | undefined;
  readonly fix?: Fix | undefined;
}

const vpcBlocks = (vpc: Vpc): readonly string[] => [
  vpc.cidr,
  ...Object.values(vpc.secondaryCidrs).map(({ cidr }) => cidr),
  ...Object.values(vpc.ipv6Cidrs).map(({ cidr }) => cidr),
];

function isSame(one: string, other: string): boolean {
  const [a, b] = [readCidr(one), readCidr(other)];
  return a && b ? a.family === b.family && isSameBlock(a, b) : one === other;
}

/** The local routes of a table: one for each block of its VPC that no row replaces (VPC User Guide, VPC_Route_Tables). */
function localLines(design: Design, table: RouteTable): readonly RouteLine[] {
  const vpc = findOfKind(design, table.vpc, 'vpc');
  const replaced = Object.values(table.routes).map(({ destination }) => destination);
  const blocks = vpc ? vpcBlocks(vpc).filter((block) => !replaced.some((destination) => isSame(destination, block))) : [];
  return blocks.map((block) => ({ row: `local:${block}`, destination: block, target: 'local', kind: 'local' }));
}

/** Why a route is a blackhole, in one sentence; `undefined` where its target is there. */
export function explainBlackhole(design: Design, table: RouteTable, { destination, target, state }: Route): string | undefined {
  if (target === 'local') return undefined;
  const resource = findResource(design, target);
  const dropped = `Traffic to ${destination} is dropped; remove the route or replace its target.`;
  if (!resource) return `${target} was deleted. ${dropped}`;
  const isGateway = resource.kind === 'internet-gateway' || resource.kind === 'egress-only-internet-gateway' || resource.kind === 'virtual-private-gateway';
  if (isGateway && resource.vpc !== table.vpc) return `${resource.name} is not attached to ${nameOf(design, table.vpc)}. ${dropped}`;
  return state === 'blackhole' ? `${resource.name} is not available. ${dropped}` : undefined;
}

function proposedLine({ row, value, fix }: ProposedRow): readonly RouteLine[] {
  const parsed = routeSchema.safeParse(value);
  return parsed.success ? [{ row: `proposed:${row}`, destination: parsed.data.destination, target: parsed.data.target, kind: 'proposed', fix }] : [];
}

/** The lines of a route table: local routes, its own, and those that fixes would add. */
export function listRoutes(design: Design, table: RouteTable, proposed: readonly ProposedRow[] = []): readonly RouteLine[] {
  const own = rowEntries(table.routes).map(([row, route]): RouteLine => ({
    row,
    destination: route.destination,
    target: route.target,
    kind: route.origin,
    blackhole: explainBlackhole(design, table, route),
  }));
  return [...localLines(design, table), ...own, ...proposed.filter(({ field }) => field === 'routes').flatMap(proposedLine)];
}
