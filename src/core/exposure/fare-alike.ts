import type { InterfaceEntry, Lookup, VpcEntry } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';

/** Whether its addresses lead to this interface and to no other that claims the same ones. */
export function isOnlyHolder(lookup: Lookup, entry: InterfaceEntry): boolean {
  const { owners } = entry.subnet.vpc;
  return entry.addresses.every(({ address, public: translated }) => {
    const owner = owners.get(address);
    const holder = translated && lookup.publicAddresses.get(translated.address)?.owner;
    return owner?.kind === 'interface' && owner.interface === entry && (translated === undefined || (holder?.kind === 'interface' && holder.interface === entry));
  });
}

/** What routes single out: the VPCs with a table for what comes in, and the machines that traffic is sent through. */
interface SingledOut {
  readonly vpcs: ReadonlySet<ResourceId>;
  readonly targets: ReadonlySet<string>;
}

const known = new WeakMap<Lookup, SingledOut>();

function findSingledOut(lookup: Lookup): SingledOut {
  const [vpcs, targets] = [new Set<ResourceId>(), new Set<string>()];
  for (const { value } of lookup.byKind['route-table']) {
    if ((value.gateways?.length ?? 0) > 0) vpcs.add(value.vpc);
    for (const { target } of Object.values(value.routes)) targets.add(target);
  }
  return { vpcs, targets };
}

function singledOut(lookup: Lookup): SingledOut {
  const found = known.get(lookup) ?? findSingledOut(lookup);
  known.set(lookup, found);
  return found;
}

const isLedIn = ({ vpcs }: SingledOut, vpc: VpcEntry): boolean => vpcs.has(vpc.id);

function isThroughfare({ targets }: SingledOut, { id, holder, value }: InterfaceEntry): boolean {
  return !value.sourceDestinationCheck || targets.has(id) || ('id' in holder && targets.has(holder.id));
}

/**
 * A word for what decides how the internet reaches an instance with one public IPv4 address: its subnet and its groups.
 * Those with the same word fare alike, because on the way from the internet and back nothing but routes for what comes
 * in, and machines that traffic is sent through, looks at the private address. `undefined` for all others.
 */
export function fareOf(lookup: Lookup, entry: InterfaceEntry): string | undefined {
  const [only, ...others] = entry.addresses;
  const isPlain = only?.public !== undefined && others.length === 0 && entry.holder.kind === 'instance';
  if (!isPlain || !isOnlyHolder(lookup, entry)) return undefined;
  const out = singledOut(lookup);
  if (isLedIn(out, entry.subnet.vpc) || isThroughfare(out, entry)) return undefined;
  return JSON.stringify([entry.subnet.id, ...entry.groups.map(({ id }) => id), '', ...entry.unknownGroups]);
}
