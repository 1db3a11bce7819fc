import { formatIpv4, parseIpv4 } from '../../address/ipv4.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { idOfHolder, nameOf } from '../facts/names.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Holder {
  readonly address: number;
  readonly at: ResourceId;
  readonly row?: string;
  /** Whose name people know it by. */
  readonly knownAs: ResourceId;
}

interface Facts {
  readonly second: Holder;
  readonly name: string;
  readonly first: string;
}

function* interfaceHolders(lookup: Lookup): Iterable<Holder> {
  for (const entry of lookup.interfaces.values()) {
    for (const { public: translated, row } of entry.addresses) {
      if (translated) yield { address: translated.address, at: entry.id, row, knownAs: idOfHolder(entry) };
    }
  }
}

function* gatewayHolders(lookup: Lookup): Iterable<Holder> {
  for (const { id: at, value, addresses } of lookup.natGateways.values()) {
    for (const { public: address, row } of addresses) {
      if (address !== undefined && value.state !== 'deleted') yield { address, at, row, knownAs: at };
    }
  }
}

function* holders(lookup: Lookup): Iterable<Holder> {
  yield* interfaceHolders(lookup);
  yield* gatewayHolders(lookup);
  for (const { id: at, value } of lookup.byKind['elastic-ip']) {
    const address = parseIpv4(value.address);
    if (address !== undefined) yield { address, at, knownAs: at };
  }
}

const evidenceOf = ({ at, row }: Holder): Fault<Facts>['evidence'][number] => (row === undefined ? { at } : { at, row });

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const known = new Map<number, Holder>();
  for (const holder of holders(lookup)) {
    const first = known.get(holder.address);
    if (first === undefined) known.set(holder.address, holder);
    else yield { evidence: [evidenceOf(holder), evidenceOf(first)], facts: { second: holder, name: nameOf(lookup, holder.knownAs), first: nameOf(lookup, first.knownAs) } };
  }
}

/** An allocation that an interface holds already is written twice; the allocated one can go. */
function fix({ second, name }: Facts, lookup: Lookup): readonly Fix[] {
  const resource = lookup.resource(second.at);
  return resource?.kind === 'elastic-ip' ? [{ title: `Remove ${name} from the unassociated addresses`, patch: removeValue([second.at], resource) }] : [];
}

export const publicAddressHeldTwice = defineRule<Facts>({
  id: 'public-address-held-twice',
  area: 'addressing',
  severity: 'error',
  why: 'A public address stands for one private address; written twice, it cannot be told who answers.',
  learnMore: documentation.elasticIps,
  check,
  explain: ({ second, name, first }) => `${name} and ${first} both have the public address ${formatIpv4(second.address)}; give one of them another one.`,
  fix,
});
