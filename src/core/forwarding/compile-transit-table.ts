import { overlaps, rangeOf, readCidr, type Cidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import type { Entry, Lookup } from '../lookup/entries.ts';
import { findAttachment } from '../lookup/transit-gateways.ts';
import type { ResourceId } from '../model/ids.ts';
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from '../model/resources/index.ts';
import { propagatedBy } from './transit-propagation.ts';

/** One route of a transit gateway's table, ready for picking; `propagated:…` is the row of one that follows from a propagation. */
export interface TransitRoute {
  readonly row: string;
  readonly destination: string;
  readonly cidr: Cidr;
  readonly range: Interval;
  readonly origin: 'static' | 'propagated';
  /** Without one it is a blackhole. */
  readonly attachment: ResourceId | undefined;
  /** Blocks of two attached VPCs overlap: AWS propagates those of the VPC that was attached first, which a design does not say. */
  readonly isContested: boolean;
}

export interface CompiledTransitTable {
  /** Longest prefix first; of equal prefixes the one that AWS prefers first. */
  readonly routes: Readonly<Record<4 | 6, readonly TransitRoute[]>>;
  /** Attachments that propagate routes which the design does not hold. */
  readonly unknownPropagations: readonly ResourceId[];
}

type Draft = Omit<TransitRoute, 'isContested'>;

/** Static first, then in AWS's order of attachments (Transit Gateway guide, how-transit-gateways-work, route evaluation order). */
const TYPE_RANK: Readonly<Record<TransitGatewayAttachment['type'], number>> = { vpc: 0, 'direct-connect-gateway': 1, connect: 2, vpn: 3, peering: 4 };

function rankOf(lookup: Lookup, { origin, attachment }: Draft): number {
  if (origin === 'static') return -1;
  const type = attachment === undefined ? undefined : findAttachment(lookup, attachment)?.value.type;
  return type === undefined ? 0 : TYPE_RANK[type];
}

function explicitRoutes(table: TransitGatewayRouteTable): readonly Draft[] {
  return Object.entries(table.routes).flatMap(([row, { destination, attachment, origin, state }]) => {
    const cidr = readCidr(destination);
    return cidr ? [{ row, destination, cidr, range: rangeOf(cidr), origin, attachment: state === 'blackhole' ? undefined : attachment }] : [];
  });
}

function derivedRoutes(lookup: Lookup, table: TransitGatewayRouteTable, unknown: ResourceId[]): readonly Draft[] {
  const rows = Object.values(table.routes).filter(({ origin }) => origin === 'propagated');
  // What AWS printed is all there is: it does not list what an attachment propagates in vain.
  if (rows.length > 0 && lookup.design.snapshot !== undefined) return [];
  const explicit = new Set(rows.map(({ attachment }) => attachment));
  return table.propagations.flatMap((id) => {
    if (explicit.has(id)) return [];
    const { blocks, isAll } = propagatedBy(lookup, id);
    if (!isAll) unknown.push(id);
    return blocks.flatMap((destination): readonly Draft[] => {
      const cidr = readCidr(destination);
      return cidr ? [{ row: `propagated:${destination}:${id}`, destination, cidr, range: rangeOf(cidr), origin: 'propagated', attachment: id }] : [];
    });
  });
}

const vpcOf = (lookup: Lookup, { attachment }: Draft): ResourceId | undefined => (attachment === undefined ? undefined : findAttachment(lookup, attachment)?.value.vpc);

function isContested(lookup: Lookup, route: Draft, derived: readonly Draft[]): boolean {
  const vpc = vpcOf(lookup, route);
  if (vpc === undefined) return false;
  return derived.some((other) => {
    const otherVpc = vpcOf(lookup, other);
    return otherVpc !== undefined && otherVpc !== vpc && overlaps(route.cidr, other.cidr);
  });
}

function compile(lookup: Lookup, table: TransitGatewayRouteTable): CompiledTransitTable {
  const unknownPropagations: ResourceId[] = [];
  const derived = derivedRoutes(lookup, table, unknownPropagations);
  const drafts = [...explicitRoutes(table), ...derived];
  const ranked = drafts.map((draft) => ({ draft, rank: rankOf(lookup, draft) }));
  ranked.sort((a, b) => b.draft.cidr.prefixLength - a.draft.cidr.prefixLength || a.rank - b.rank);
  const routes = ranked.map(({ draft }): TransitRoute => ({ ...draft, isContested: derived.includes(draft) && isContested(lookup, draft, derived) }));
  return { routes: { 4: routes.filter(({ cidr }) => cidr.family === 4), 6: routes.filter(({ cidr }) => cidr.family === 6) }, unknownPropagations };
}

const compiledTables = new WeakMap<Lookup, Map<string, CompiledTransitTable>>();

/**
 * The routes of a transit gateway's table in the order AWS picks them: longest prefix, static before propagated, then by
 * the type of attachment. Propagated routes are those AWS printed, or follow from who propagates
 * (Transit Gateway guide, how-transit-gateways-work).
 */
export function compileTransitTable(lookup: Lookup, table: Entry<TransitGatewayRouteTable>): CompiledTransitTable {
  let tables = compiledTables.get(lookup);
  if (!tables) {
    tables = new Map();
    compiledTables.set(lookup, tables);
  }
  const known = tables.get(table.id);
  if (known) return known;
  const compiled = compile(lookup, table.value);
  tables.set(table.id, compiled);
  return compiled;
}
