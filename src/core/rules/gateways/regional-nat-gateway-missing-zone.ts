import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, NatGatewayEntry, SubnetEntry } from '../../lookup/entries.ts';
import { pickNatAddress } from '../../lookup/regional-nat-gateways.ts';
import { nextRowId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo, subnetsOfTable } from '../facts/uses.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';
import { offerPublicAddress } from '../fixes/placeholder-address.ts';

interface Facts {
  readonly gateway: NatGatewayEntry;
  readonly subnet: SubnetEntry;
  readonly zone: string;
  readonly names: { readonly gateway: string; readonly subnet: string };
}

function servedSubnets(lookup: Lookup, { id }: NatGatewayEntry): readonly SubnetEntry[] {
  const tables = new Set((routesTo(lookup).get(id) ?? []).map(({ table }) => table.id));
  return [...tables].flatMap((table) => subnetsOfTable(lookup).get(table) ?? []);
}

const isMissing = (gateway: NatGatewayEntry, zone: string): boolean => {
  const picked = pickNatAddress(gateway, zone);
  return 'missing' in picked && picked.missing === 'zone';
};

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const gateway of lookup.natGateways.values()) {
    if (gateway.value.availability !== 'regional' || gateway.value.state !== 'available') continue;
    for (const subnet of servedSubnets(lookup, gateway)) {
      const zone = subnet.value.availabilityZone;
      if (!isMissing(gateway, zone)) continue;
      yield { evidence: [{ at: gateway.id }, { at: subnet.id }], facts: { gateway, subnet, zone, names: { gateway: nameOf(lookup, gateway.id), subnet: nameOf(lookup, subnet.id) } } };
    }
  }
}

function fix({ gateway, zone, names }: Facts, lookup: Lookup): readonly Fix[] {
  const { id, value, vpc } = gateway;
  const offer = offerPublicAddress(lookup, vpc?.value.region);
  const row = nextRowId('address', value.addresses);
  const held = { publicAddress: offer.address, allocation: offer.allocation, availabilityZone: zone };
  const patch = together([expectValue([id, 'availability'], 'regional')], addValue([id, 'addresses', row], held), offer.patch);
  return [{ title: `Associate ${offer.words} with ${names.gateway} in ${zone}`, effect: 'Opens the way out for the subnets of that zone which route to it; nothing gets in.', patch }];
}

export const regionalNatGatewayMissingZone = defineRule<Facts>({
  id: 'regional-nat-gateway-missing-zone',
  area: 'gateways',
  severity: 'warning',
  why: 'A regional NAT gateway in manual mode serves only the zones it has an address in; what another zone sends to it is dropped.',
  learnMore: documentation.regionalNatGateway,
  check,
  explain: ({ zone, names }) => `${names.subnet} sends to ${names.gateway}, which has no address in ${zone}; give it one there, or let it expand by itself.`,
  fix,
});
