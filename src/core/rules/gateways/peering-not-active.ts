import { contains, overlaps, readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { prefixListBlocks } from '../../lookup/prefix-lists.ts';
import { isEnded, peeringFrom } from '../../lookup/vpc-peerings.ts';
import type { VpcPeeringConnection } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { routesToPeering } from '../facts/peering-routes.ts';
import { subnetsOfTable, type RouteUse } from '../facts/uses.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly peering: Entry<VpcPeeringConnection>;
  readonly name: string;
  readonly tables: string;
  readonly isOne: boolean;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const peering of lookup.byKind['vpc-peering-connection']) {
    const routes = routesToPeering(lookup, peering.id);
    if (peering.value.state === 'active' || routes.length === 0) continue;
    const isUsed = routes.some(({ table }) => subnetsOfTable(lookup).has(table.id));
    const tables = new Set(routes.map(({ table }) => table.id));
    const facts: Facts = { peering, name: nameOf(lookup, peering.id), tables: nameList([...tables].map((id) => nameOf(lookup, id))), isOne: tables.size === 1 };
    yield { evidence: [{ at: peering.id }, ...routes.map(({ table, row }) => ({ at: table.id, row }))], namedBy: 1, facts, severity: isUsed ? 'error' : 'warning' };
  }
}

function explain({ peering: { value }, name, tables, isOne }: Facts): string {
  const what = isEnded(value) ? 'remove the routes, or make a new peering and point them at it' : 'have the owner of the accepter VPC accept it';
  return `${tables} ${isOne ? 'sends' : 'send'} traffic to ${name}, whose state is ${value.state.replaceAll('-', ' ')}, so it is dropped; ${what}.`;
}

/** Whether a route leads to the peer's own blocks and to nothing else, so that it is right once the peering is active. */
function isSound(lookup: Lookup, peering: VpcPeeringConnection, { table, route }: RouteUse): boolean {
  const ends = peeringFrom(lookup, peering, table.value.vpc);
  const cidr = readCidr(route.destination);
  const destinations = cidr ? [cidr] : prefixListBlocks(lookup, route.destination);
  if (!ends || !destinations) return false;
  return destinations.every((inner) => ends.far.blocks.some((block) => contains(block, inner)) && !ends.near.blocks.some((block) => overlaps(block, inner)));
}

/** What waits for its acceptance can be drawn as accepted; what is over cannot come back. */
const fix = ({ peering: { id, value }, name }: Facts, lookup: Lookup): readonly Fix[] =>
  isEnded(value) || !routesToPeering(lookup, id).every((use) => isSound(lookup, value, use)) ? [] : [{ title: `Accept ${name}`, effect: 'Traffic between the two VPCs passes where their routes and rules let it.', patch: replaceValue([id, 'state'], value.state, 'active') }];

export const peeringNotActive = defineRule<Facts>({
  id: 'peering-not-active',
  area: 'gateways',
  severity: 'error',
  why: 'A peering carries traffic only once the accepter’s owner has accepted it and until one of the two deletes it; routes to it are blackholes before and after.',
  learnMore: documentation.peeringRouting,
  check,
  explain,
  fix,
});
