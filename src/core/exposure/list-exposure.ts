import { formatAddress } from '../address/cidr.ts';
import type { ExposureRow } from '../findings/exposure.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { AddressNumber, InterfaceEntry, Lookup } from '../lookup/entries.ts';
import { machineOf } from '../lookup/interfaces.ts';
import { isStandInAddress } from '../lookup/stand-in-addresses.ts';
import type { Design } from '../model/design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import { ownIpv6Of } from '../tracing/outside-addresses.ts';
import { resolveEndpoint } from '../tracing/resolve-endpoint.ts';
import { fareOf } from './fare-alike.ts';
import { closeOwnBlocks, formatSources, groupBoxes } from './group-boxes.ts';
import { isDown, traceExposure } from './trace-exposure.ts';

const isOutside = (endpoint: Endpoint): boolean => endpoint.kind === 'internet' || endpoint.kind === 'client';

/** What a row is about: the machine, or the interface where it is not a machine's primary one. */
function resourceOf(entry: InterfaceEntry): ResourceId {
  const { holder } = entry;
  const isPrimary = (entry.value.attachment?.deviceIndex ?? 0) === 0;
  if (holder.kind === 'load-balancer' || holder.kind === 'vpc-endpoint') return holder.id;
  return (holder.kind === 'instance' || holder.kind === 'db-instance') && isPrimary ? holder.id : entry.id;
}

function addressesOf(entry: InterfaceEntry, from: Endpoint): readonly string[] {
  const held = isOutside(from)
    ? entry.addresses.flatMap(({ address, public: translated }): AddressNumber[] => (typeof address === 'bigint' ? [address] : translated ? [translated.address] : []))
    : entry.addresses.map(({ address }) => address);
  return held.filter((address) => !isStandInAddress(address)).map((address) => formatAddress(address));
}

/** What arrives somewhere, in the words of a row, and whom it was found for. */
interface Arrivals {
  readonly to: InterfaceEntry;
  readonly reaches: readonly Pick<ExposureRow, 'from' | 'protocol' | 'ports'>[];
  readonly path: readonly string[];
}

function traceArrivals(lookup: Lookup, to: InterfaceEntry, from: Endpoint): Arrivals {
  const { boxes, path } = traceExposure(lookup, { from, to });
  const own = ownIpv6Of(to.subnet.vpc);
  return { to, path, reaches: groupBoxes(boxes).map(({ protocol, sources, ports }) => ({ from: formatSources(closeOwnBlocks(sources, own)), protocol, ports })) };
}

/** The path as it is for another one that fares alike. */
function pathTo(entry: InterfaceEntry, { to, path }: Arrivals): readonly string[] {
  if (entry === to) return path;
  return path.map((id) => (id === to.id ? entry.id : id === machineOf(to) ? machineOf(entry) : id));
}

function rowsOf(entry: InterfaceEntry, arrivals: Arrivals, from: Endpoint): readonly ExposureRow[] {
  const path = pathTo(entry, arrivals);
  return arrivals.reaches.map(({ from: sources, protocol, ports }) => ({ resource: resourceOf(entry), addresses: addressesOf(entry, from), from: sources, protocol, ports, path }));
}

/** Traces to each interface; from the internet once for those that fare alike. */
function traceEach(lookup: Lookup, from: Endpoint): (entry: InterfaceEntry) => Arrivals {
  const byFare = new Map<string, Arrivals>();
  const isAnywhere = from.kind === 'internet' && from.range === undefined;
  return (entry) => {
    const fare = isAnywhere && !isDown(entry) ? fareOf(lookup, entry) : undefined;
    const before = fare === undefined ? undefined : byFare.get(fare);
    const arrivals = before ?? traceArrivals(lookup, entry, from);
    if (fare !== undefined) byFare.set(fare, arrivals);
    return arrivals;
  };
}

/** Interfaces that could be reached at all: from outside, only those with an address out there. */
function candidates(lookup: Lookup, from: Endpoint): readonly InterfaceEntry[] {
  const all = [...lookup.interfaces.values(), ...[...lookup.dbInstances.values()].flatMap((db) => (db.interfaces.length === 0 ? db.standIns : []))];
  for (const { interfaces } of [...lookup.loadBalancers.values(), ...lookup.vpcEndpoints.values()]) all.push(...interfaces.filter(({ isStandIn }) => isStandIn === true));
  if (!isOutside(from)) return all;
  return all.filter(({ addresses, holder }) => {
    const isPublicDatabase = addresses.length === 0 && holder.kind === 'db-instance' && holder.db.publiclyAccessible;
    return isPublicDatabase || addresses.some(({ address, public: translated }) => translated !== undefined || typeof address === 'bigint');
  });
}

const compare = (a: ExposureRow, b: ExposureRow): number =>
  a.resource === b.resource ? (a.protocol === b.protocol ? (a.ports[0]?.[0] ?? 0) - (b.ports[0]?.[0] ?? 0) : a.protocol < b.protocol ? -1 : 1) : a.resource < b.resource ? -1 : 1;

/**
 * Every instance, interface and database with exactly the sources, protocols and ports that reach it, request and reply.
 * `from` is an endpoint, the internet unless given. Rows are disjoint and sorted. ICMP ports are type * 256 + code.
 */
export function listExposure(design: Design, from = 'internet'): Reply<readonly ExposureRow[]> {
  const lookup = buildLookup(design);
  const source = resolveEndpoint(lookup, from, 'source');
  if (!source.ok) return source;
  const arrivalsAt = traceEach(lookup, source.value);
  const rows = candidates(lookup, source.value).flatMap((entry) => rowsOf(entry, arrivalsAt(entry), source.value));
  return succeed(rows.sort(compare));
}
