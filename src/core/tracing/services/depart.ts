import type { Interval } from '../../address/interval.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { LoadBalancer } from '../../model/resources/index.ts';
import { blockAt, formatAddresses, type BlockInput, type TraceContext } from '../advance.ts';
import type { Flight, TracedParcel } from '../flight.ts';
import { onlyAddress, splitByField, splitByPort } from '../split-parcels.ts';
import { findTargets, type ListenerTarget } from './find-targets.ts';

function addressesOf({ end }: ListenerTarget): readonly Interval[] {
  if (end.kind !== 'end') return [];
  if (end.end.kind === 'interfaces') return end.end.interfaces.flatMap(({ addresses }) => addresses.filter(({ primary }) => primary).map(({ address }) => onlyAddress(address)));
  return end.end.kind === 'host' || end.end.kind === 'address' ? [end.end.range] : [];
}

interface Allowed {
  readonly address: Interval;
  readonly ports: readonly number[];
}

function allowedOf(lookup: Lookup, node: InterfaceEntry, balancer: LoadBalancer): readonly Allowed[] {
  return Object.values(balancer.listeners).flatMap((listener) =>
    findTargets(lookup, node, { balancer, listener }).targets.flatMap((target) => addressesOf(target).map((address) => ({ address, ports: [...new Set([target.port, target.healthPort])] }))),
  );
}

function stop(context: TraceContext, flight: Flight, given: { readonly block: BlockInput; readonly parcels: readonly TracedParcel[] }): Flight {
  const step = { step: 'gateway', resource: given.block.resource, detail: { kind: 'gateway', word: given.block.component } } as const;
  return blockAt(context, flight, { block: given.block, step, next: flight.place, parcels: given.parcels });
}

/** A load balancer opens connections to its targets alone (Reachability Analyzer, explanation codes). */
function toTargets(context: TraceContext, flight: Flight, given: { readonly entry: InterfaceEntry; readonly id: ResourceId; readonly balancer: LoadBalancer }): readonly Flight[] {
  const flights: Flight[] = [];
  const passing: TracedParcel[] = [];
  const wrongPort: TracedParcel[] = [];
  let rest = flight.parcels;
  for (const { address, ports } of allowedOf(context.lookup, given.entry, given.balancer)) {
    const { inside, outside } = splitByField(flight, rest, { field: 'destination', range: address });
    rest = outside;
    let left = inside;
    for (const port of ports) {
      const split = splitByPort(flight, left, [port, port + 1]);
      passing.push(...split.inside);
      left = split.outside;
    }
    wrongPort.push(...left);
  }
  const block = (code: string, parcels: readonly TracedParcel[]): BlockInput => ({ component: 'load-balancer', resource: given.id, code, subject: { destination: parcels[0] ? formatAddresses(parcels[0].now.destination) : '' } });
  if (passing.length > 0) flights.push({ ...flight, parcels: passing });
  if (wrongPort.length > 0) flights.push(stop(context, flight, { block: block('TARGET_PORT_RESTRICTION', wrongPort), parcels: wrongPort }));
  if (rest.length > 0) flights.push(stop(context, flight, { block: block('TARGET_ADDRESS_RESTRICTION', rest), parcels: rest }));
  return flights;
}

const isHandedOn = (flight: Flight): boolean => flight.sessions.some(({ kind }) => kind === 'listener');

/** A request is to leave an interface: what its holder opens at all. A VPC endpoint never opens a connection (PrivateLink guide, concepts). */
export function depart(context: TraceContext, flight: Flight, entry: InterfaceEntry): readonly Flight[] {
  const { holder } = entry;
  if (flight.leg === 'reply' || isHandedOn(flight)) return [flight];
  if (holder.kind === 'load-balancer') return toTargets(context, flight, { entry, id: holder.id, balancer: holder.loadBalancer });
  if (holder.kind !== 'vpc-endpoint') return [flight];
  return [stop(context, flight, { block: { component: 'vpc-endpoint', resource: holder.id, code: 'VPCE_INTRA_VPC_TRAFFIC' }, parcels: flight.parcels })];
}
