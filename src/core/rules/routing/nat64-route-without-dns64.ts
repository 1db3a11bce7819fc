import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { ipv6Tables } from '../facts/default-routes.ts';
import { NAT64_DESTINATION, nat64RouteOf } from '../facts/nat64-routes.ts';
import { nameOf } from '../facts/names.ts';
import { expectValue, replaceValue, addValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly subnet: SubnetEntry;
  readonly names: { readonly subnet: string; readonly table: string };
}

const isOff = ({ value }: SubnetEntry): boolean => value.enableDns64 !== true;

/** A subnet with IPv4 needs no DNS64 for a table that it shares with one that has it. */
const isLeftOut = (subnet: SubnetEntry, all: readonly SubnetEntry[]): boolean => isOff(subnet) && (subnet.value.cidr === undefined || all.every(isOff));

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { table, subnets } of ipv6Tables(lookup)) {
    for (const subnet of subnets.filter((one) => isLeftOut(one, subnets))) {
      const route = nat64RouteOf(lookup, subnet);
      if (route?.target.kind !== 'nat-gateway' || route.destination !== NAT64_DESTINATION) continue;
      yield { evidence: [{ at: subnet.id }, { at: table.id, row: route.row }], facts: { subnet, names: { subnet: nameOf(lookup, subnet.id), table: nameOf(lookup, table.id) } } };
    }
  }
}

function fix({ subnet: { id, value }, names }: Facts): readonly Fix[] {
  const patch = value.enableDns64 === undefined ? together([expectValue([id, 'vpc'], value.vpc)], addValue([id, 'enableDns64'], true)) : replaceValue([id, 'enableDns64'], false, true);
  return [{ title: `Turn DNS64 on in ${names.subnet}`, effect: 'Names of IPv4 servers get an IPv6 address that the NAT gateway translates.', patch }];
}

export const nat64RouteWithoutDns64 = defineRule<Facts>({
  id: 'nat64-route-without-dns64',
  area: 'routing',
  severity: 'warning',
  why: 'A machine asks for a name and gets an IPv4 address: only with DNS64 does the resolver answer with one of 64:ff9b::/96, so without it nothing ever takes the route.',
  learnMore: documentation.nat64,
  check,
  explain: ({ names }) => `${names.table} routes ${NAT64_DESTINATION} to a NAT gateway, but ${names.subnet} has DNS64 off, so no name resolves to such an address; turn DNS64 on.`,
  fix,
});
