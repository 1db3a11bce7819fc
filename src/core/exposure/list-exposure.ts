import { formatAddress } from '../address/cidr.ts';
import type { ExposureRow } from '../findings/exposure.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { AddressNumber, InterfaceEntry, Lookup } from '../lookup/entries.ts';
import { isStandInAddress } from '../lookup/stand-in-addresses.ts';
import type { Design } from '../model/design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import { ownIpv6Of } from '../tracing/outside-addresses.ts';
import { resolveEndpoint } from '../tracing/resolve-endpoint.ts';
import { closeOwnBlocks, formatSources, groupBoxes } from './group-boxes.ts';
import { traceExposure } from './trace-exposure.ts';

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

function rowsOf(lookup: Lookup, entry: InterfaceEntry, from: Endpoint): readonly ExposureRow[] {
  const { boxes, path } = traceExposure(lookup, { from, to: entry });
  return groupBoxes(boxes).map(({ protocol, sources, ports }) => ({ resource: resourceOf(entry), addresses: addressesOf(entry, from), from: formatSources(closeOwnBlocks(sources, ownIpv6Of(entry.subnet.vpc))), protocol, ports, path }));
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
  const rows = candidates(lookup, source.value).flatMap((entry) => rowsOf(lookup, entry, source.value));
  return succeed(rows.sort(compare));
}
