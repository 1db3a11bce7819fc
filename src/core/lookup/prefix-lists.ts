import { rangeOf, readCidr, type Cidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import type { Lookup } from './entries.ts';

/** The blocks of a prefix list; `undefined` where the design does not tell what it holds. */
export function prefixListBlocks(lookup: Lookup, id: string): readonly Cidr[] | undefined {
  const list = lookup.resource(id);
  if (list?.kind !== 'prefix-list' || list.entries === undefined) return undefined;
  return Object.values(list.entries)
    .map(({ cidr }) => readCidr(cidr))
    .filter((cidr) => cidr !== undefined);
}

/** The addresses of a prefix list, IPv4 and IPv6; `undefined` where the design does not tell what it holds. */
export function prefixListRanges(lookup: Lookup, id: string): readonly Interval[] | undefined {
  return prefixListBlocks(lookup, id)?.map((cidr) => rangeOf(cidr));
}

/** How many entries a list counts as in routes and rules: the most it may ever have (VPC User Guide, managed-prefix-lists). */
export function prefixListWeight(lookup: Lookup, id: string): number | undefined {
  const list = lookup.resource(id);
  if (list?.kind !== 'prefix-list') return undefined;
  return list.maximumEntries ?? (list.entries && Object.keys(list.entries).length);
}

/** The AWS service whose addresses a list holds: of an endpoint that names the list, or by the list's own name. */
export function serviceOfPrefixList(lookup: Lookup, id: string): string | undefined {
  const endpoint = lookup.byKind['vpc-endpoint'].find(({ value }) => value.type === 'gateway' && value.prefixList === id);
  if (endpoint) return endpoint.value.service;
  const list = lookup.resource(id);
  return list?.kind === 'prefix-list' && list.name.startsWith('com.amazonaws.') ? list.name : undefined;
}
