import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, NatGatewayEntry, SubnetEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo, subnetsOfTable } from '../facts/uses.ts';

interface Facts {
  readonly name: string;
  readonly zone: string;
  readonly subnets: string;
  readonly count: number;
}

const MOST_PLACES = 10;

/** Subnets of other zones that send something through the gateway. */
function farSubnets(lookup: Lookup, { id }: NatGatewayEntry, zone: string): readonly SubnetEntry[] {
  const tables = new Set((routesTo(lookup).get(id) ?? []).filter(({ target }) => target.kind === 'nat-gateway').map(({ table }) => table.id));
  return [...tables].flatMap((table) => (subnetsOfTable(lookup).get(table) ?? []).filter(({ value }) => value.availabilityZone !== zone));
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const gateway of lookup.natGateways.values()) {
    const zone = gateway.subnet?.value.availabilityZone;
    if (zone === undefined || gateway.value.availability !== 'zonal') continue;
    const subnets = farSubnets(lookup, gateway, zone);
    if (subnets.length === 0) continue;
    const facts: Facts = { name: nameOf(lookup, gateway.id), zone, subnets: nameList(subnets.map(({ id }) => nameOf(lookup, id))), count: subnets.length };
    yield { evidence: [{ at: gateway.id }, ...subnets.slice(0, MOST_PLACES).map(({ id }) => ({ at: id }))], namedBy: 1, facts };
  }
}

export const natGatewaySharedAcrossZones = defineRule<Facts>({
  id: 'nat-gateway-shared-across-zones',
  area: 'gateways',
  severity: 'advice',
  why: 'A zonal NAT gateway fails with its Availability Zone, takes the other zones offline with it, and traffic between zones is billed.',
  learnMore: documentation.natGateway,
  check,
  explain: ({ name, zone, subnets, count }) =>
    `${subnets} ${count === 1 ? 'is' : 'are'} in another Availability Zone than ${name} (${zone}) and ${count === 1 ? 'loses' : 'lose'} the way out when that zone fails; give each zone a NAT gateway of its own.`,
});
