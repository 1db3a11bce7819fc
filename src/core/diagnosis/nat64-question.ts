import type { Lookup, SubnetEntry } from '../lookup/entries.ts';
import { blockAt, type BlockInput, type TraceContext } from '../tracing/advance.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import { toNat64 } from '../tracing/nat64.ts';
import { commonFamily, type Start } from '../tracing/start-flights.ts';
import type { Interval } from '../address/interval.ts';

const isIpv4 = (range: Interval): range is Interval<number> => typeof range[0] === 'number';

/** A machine of IPv6 alone asks an IPv4 server by the address that stands for it (RFC 6052), as DNS64 tells it. */
export function askByNat64(from: Endpoint, to: Endpoint): Endpoint {
  if (from.kind !== 'interfaces' || to.kind !== 'internet' || commonFamily(from, to) !== undefined) return to;
  if (to.over === 4) return { ...to, over: 'nat64' };
  if (!to.range || !isIpv4(to.range)) return to;
  return { kind: 'internet', range: toNat64(to.range) };
}

/** A drawn subnet has DNS64 off until it is switched on; one whose snapshot does not tell may have it on. */
function missingDns64(lookup: Lookup, subnet: SubnetEntry): BlockInput | undefined {
  if (subnet.value.enableDns64 === true) return undefined;
  const isTold = subnet.value.enableDns64 === false || lookup.design.snapshot === undefined;
  return { component: 'nat-gateway', resource: subnet.id, code: 'X_DNS64_OFF', certainty: isTold ? undefined : 'unknown', subject: { subnet: subnet.id } };
}

/** Notes that the resolver gives no address that stands for an IPv4 one. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
export function noteMissingDns64(context: TraceContext, start: Start): Start {
  const { origin, flight } = start;
  const block = origin.kind === 'interface' ? missingDns64(context.lookup, origin.interface.subnet) : undefined;
  return block ? { ...start, flight: blockAt(context, flight, { block, next: flight.place }) } : start;
}
