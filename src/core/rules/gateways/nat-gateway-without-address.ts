import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, NatGatewayEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue, together } from '../fixes/patch-of.ts';
import { offerPublicAddress } from '../fixes/placeholder-address.ts';

interface Facts {
  readonly gateway: NatGatewayEntry;
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const gateway of lookup.natGateways.values()) {
    const { value, addresses } = gateway;
    const isInUse = value.state === 'available' || value.state === 'pending';
    if (value.connectivity !== 'public' || value.availability !== 'zonal' || !isInUse || addresses.some(({ public: address }) => address !== undefined)) continue;
    yield { evidence: [{ at: gateway.id }], facts: { gateway, name: nameOf(lookup, gateway.id) } };
  }
}

function fix({ gateway, name }: Facts, lookup: Lookup): readonly Fix[] {
  const [row, address] = Object.entries(gateway.value.addresses)[0] ?? [];
  if (row === undefined || address === undefined) return [];
  const offer = offerPublicAddress(lookup, gateway.vpc?.value.region);
  const held = { ...address, publicAddress: offer.address, allocation: offer.allocation };
  return [{ title: `Associate ${offer.words} with ${name}`, effect: 'Opens the way out for the subnets that route to it; nothing gets in.', patch: together(replaceValue([gateway.id, 'addresses', row], address, held), offer.patch) }];
}

export const natGatewayWithoutAddress = defineRule<Facts>({
  id: 'nat-gateway-without-address',
  area: 'gateways',
  severity: 'error',
  why: 'A public NAT gateway translates to its Elastic IP address; without one AWS does not create it.',
  learnMore: documentation.natGateway,
  check,
  explain: ({ name }) => `${name} is a public NAT gateway without an Elastic IP address; associate one, or make it private.`,
  fix,
});
