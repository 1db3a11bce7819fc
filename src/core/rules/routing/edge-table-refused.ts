import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import { assertNever } from '../../model/assert-never.ts';
import type { Entry, Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { isEdgeTable } from '../facts/edge-tables.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

type Reason = 'main' | 'propagation' | 'elsewhere' | 'several';

interface Facts {
  readonly reason: Reason;
  readonly table: Entry<RouteTable>;
  /** The gateway, where it is about one. */
  readonly other: ResourceId | undefined;
  readonly names: { readonly table: string; readonly vpc: string; readonly gateway: string };
}

interface Refusal {
  readonly reason: Reason;
  /** The gateway, or the VPC whose main table it is. */
  readonly other?: ResourceId;
}

/** A gateway that the design holds and that is attached to another VPC or to none. */
function isElsewhere(lookup: Lookup, vpc: VpcEntry, id: ResourceId): boolean {
  const gateway = lookup.resource(id);
  return (gateway?.kind === 'internet-gateway' || gateway?.kind === 'virtual-private-gateway') && gateway.vpc !== vpc.id;
}

const hasOther = (lookup: Lookup, table: Entry<RouteTable>, gateway: ResourceId): boolean => lookup.byKind['route-table'].some(({ id, value }) => id !== table.id && value.gateways?.includes(gateway) === true);

function* refusals(lookup: Lookup, vpc: VpcEntry, table: Entry<RouteTable>): Iterable<Refusal> {
  if (vpc.value.mainRouteTable === table.id) yield { reason: 'main', other: vpc.id };
  if (table.value.propagatingGateways.length > 0) yield { reason: 'propagation' };
  for (const gateway of new Set(table.value.gateways)) {
    if (isElsewhere(lookup, vpc, gateway)) yield { reason: 'elsewhere', other: gateway };
    else if (hasOther(lookup, table, gateway)) yield { reason: 'several', other: gateway };
  }
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const table of lookup.byKind['route-table']) {
    const vpc = lookup.vpcs.get(table.value.vpc);
    if (!vpc || !isEdgeTable(lookup, table.id)) continue;
    for (const { reason, other } of refusals(lookup, vpc, table)) {
      const names = { table: nameOf(lookup, table.id), vpc: nameOf(lookup, vpc.id), gateway: nameOf(lookup, other ?? table.id) };
      yield { evidence: [{ at: table.id }, ...(other === undefined ? [] : [{ at: other }])], facts: { reason, table, other, names } };
    }
  }
}

function explain({ reason, names }: Facts): string {
  switch (reason) {
    case 'main':
      return `${names.table} is the main route table of ${names.vpc} and the table of a gateway, which AWS does not allow; give the gateway a table of its own.`;
    case 'propagation':
      return `${names.table} is the table of a gateway and learns propagated routes, which AWS does not allow; turn propagation off.`;
    case 'elsewhere':
      return `${names.table} of ${names.vpc} is associated with ${names.gateway}, which is not attached to ${names.vpc}; take the gateway off the table, or attach it.`;
    case 'several':
      return `${names.table} is associated with ${names.gateway}, which has another table too; a gateway has one.`;
    default:
      return assertNever(reason);
  }
}

/**
 * A table does nothing for a gateway of another VPC: taking that gateway off changes no way. Without any gateway its routes
 * would be judged as those of subnets, so the last one is taken off an empty table only.
 */
function fix({ reason, table: { id, value }, other, names }: Facts): readonly Fix[] {
  if (reason !== 'elsewhere') return [];
  const kept = (value.gateways ?? []).filter((gateway) => gateway !== other);
  if (kept.length === 0 && Object.keys(value.routes).length > 0) return [];
  return [{ title: `Take ${names.gateway} off ${names.table}`, effect: 'Changes nothing that passes: a table serves gateways of its own VPC only.', patch: replaceValue([id, 'gateways'], value.gateways, kept) }];
}

export const edgeTableRefused = defineRule<Facts>({
  id: 'edge-table-refused',
  area: 'routing',
  severity: 'error',
  why: 'A gateway has one route table for what comes in through it: of its own VPC, not the main one, and without propagated routes.',
  learnMore: documentation.gatewayRouteTables,
  check,
  explain,
  fix,
});
