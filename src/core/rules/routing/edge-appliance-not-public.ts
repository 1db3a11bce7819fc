import { documentation } from '../../aws/documentation-links.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import { redirections } from '../facts/redirected-subnets.ts';

interface Facts {
  readonly table: string;
  readonly appliance: string;
  readonly gateway: string;
}

const isPublic = ({ addresses }: InterfaceEntry): boolean => addresses.some((held) => held.public !== undefined || typeof held.address === 'bigint');

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const told = new Set<string>();
  for (const { gateway, edge, row, appliance } of redirections(lookup)) {
    const key = `${edge.id} ${appliance.id}`;
    if (told.has(key) || lookup.resource(gateway)?.kind !== 'internet-gateway' || isPublic(appliance)) continue;
    told.add(key);
    yield { evidence: [{ at: edge.id, row }, { at: appliance.id }], facts: { table: nameOf(lookup, edge.id), appliance: nameOfHolder(lookup, appliance), gateway: nameOf(lookup, gateway) } };
  }
}

export const edgeApplianceNotPublic = defineRule<Facts>({
  id: 'edge-appliance-not-public',
  area: 'routing',
  severity: 'warning',
  why: 'An internet gateway hands what comes in to an appliance only where the interface of the appliance has a public address.',
  learnMore: documentation.gatewayRouteTables,
  check,
  explain: ({ table, appliance, gateway }) => `${table} sends what comes in by ${gateway} to ${appliance}, which has no public address and so gets nothing from the internet; give it an Elastic IP address.`,
});
