import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, NatGatewayEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { expectValue, removeValue, together } from '../fixes/patch-of.ts';

type Reason = 'subnet' | 'private' | 'zonal-table';

interface Facts {
  readonly gateway: NatGatewayEntry;
  readonly reason: Reason;
  readonly names: { readonly gateway: string; readonly other: string };
}

const isGone = ({ value }: NatGatewayEntry): boolean => value.state === 'deleted' || value.state === 'deleting' || value.state === 'failed';

function judge({ value }: NatGatewayEntry): Reason | undefined {
  if (value.availability === 'zonal') return value.routeTable === undefined ? undefined : 'zonal-table';
  if (value.subnet !== undefined) return 'subnet';
  return value.connectivity === 'private' ? 'private' : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const gateway of lookup.natGateways.values()) {
    const reason = judge(gateway);
    if (!reason || isGone(gateway)) continue;
    const other = reason === 'subnet' ? gateway.value.subnet : gateway.value.routeTable;
    yield { evidence: [{ at: gateway.id }], facts: { gateway, reason, names: { gateway: nameOf(lookup, gateway.id), other: other === undefined ? '' : nameOf(lookup, other) } } };
  }
}

const sentences: Readonly<Record<Reason, (names: Facts['names']) => string>> = {
  subnet: ({ gateway, other }) => `${gateway} is a regional NAT gateway and names subnet ${other}, but a regional one stands in its VPC and in no subnet; take the subnet away, or make it zonal.`,
  private: ({ gateway }) => `${gateway} is a regional NAT gateway and private, which AWS does not offer; make it zonal, or public.`,
  'zonal-table': ({ gateway, other }) => `${gateway} is a zonal NAT gateway and names the route table ${other}, but a zonal one uses that of its subnet; take it away, or make it regional.`,
};

/** Takes away what does not belong, where the gateway is then whole and leaves as before. */
function fix({ gateway: { id, value }, reason, names }: Facts): readonly Fix[] {
  if (reason !== 'zonal-table') return [];
  return [{ title: `Take the route table away from ${names.gateway}`, effect: 'Changes no traffic: its subnet has one.', patch: together([expectValue([id, 'availability'], 'zonal')], removeValue([id, 'routeTable'], value.routeTable)) }];
}

export const regionalNatGatewayRefused = defineRule<Facts>({
  id: 'regional-nat-gateway-refused',
  area: 'gateways',
  severity: 'error',
  why: 'A zonal NAT gateway stands in a subnet and uses the route table of that subnet; a regional one stands in the VPC, has a table of its own and is always public.',
  learnMore: documentation.regionalNatGateway,
  check,
  explain: ({ reason, names }) => sentences[reason](names),
  fix,
});
