import { formatAddress, parseAddress } from '../../address/cidr.ts';
import type { Entry, InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import type { VpcEndpoint } from '../../model/resources/index.ts';
import { ABSENT, only, type KeyValue, type RequestKeys } from '../../permissions/request.ts';
import type { Outcome } from '../../tracing/round-trip.ts';
import { traceRoundTrip } from '../../tracing/round-trip.ts';
import { serviceFrom } from '../../tracing/services/service-endpoint.ts';
import { startFlights } from '../../tracing/start-flights.ts';

/** How the calls of a machine come to an AWS service: what they carry from the network, and the endpoint they go through. */
export interface Way {
  readonly keys: RequestKeys;
  readonly endpoint?: Entry<VpcEndpoint>;
}

const HTTPS = 443;

/** Where one part of the traffic arrives: through an endpoint, or from a public address. */
type Arrival = { readonly endpoint: Entry<VpcEndpoint> } | { readonly address: string | undefined };

/** The address that the service sees: what the last translation on the way made of it. */
function sourceOf({ request }: Outcome): string | undefined {
  const translated = request.steps.flatMap(({ detail }) => (detail.kind === 'translate' ? [detail.to] : [])).at(-1);
  return translated !== undefined && parseAddress(translated) !== undefined ? translated : undefined;
}

function arrivalOf(lookup: Lookup, outcome: Outcome): Arrival {
  const { landing } = outcome.request;
  const holder = landing.kind === 'interface' ? landing.interface.holder : undefined;
  const id = landing.kind === 'service' ? landing.endpoint : holder?.kind === 'vpc-endpoint' ? holder.id : undefined;
  const endpoint = id === undefined ? undefined : lookup.vpcEndpoints.get(id);
  return endpoint ? { endpoint } : { address: sourceOf(outcome) };
}

/**
 * A request through a VPC endpoint says its VPC, its endpoint and the private address, and no public one; any other says the
 * public address and none of those.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
 */
function keysOfArrivals(arrivals: readonly Arrival[], privateAddress: KeyValue | undefined): readonly (readonly [string, KeyValue])[] {
  const [first] = arrivals;
  if (!first) return [];
  if ('endpoint' in first) {
    const isSame = arrivals.every((other) => 'endpoint' in other && other.endpoint.id === first.endpoint.id);
    const { id, value } = first.endpoint;
    return isSame ? [['aws:sourceip', ABSENT], ['aws:sourcevpce', only(id)], ['aws:sourcevpc', only(value.vpc)], ...(privateAddress ? [['aws:vpcsourceip', privateAddress] as const] : [])] : [];
  }
  if (arrivals.some((other) => 'endpoint' in other)) return [];
  const addresses = arrivals.map((other) => ('address' in other ? other.address : undefined));
  const known = addresses.filter((address) => address !== undefined);
  const values = [...new Set(known)];
  const source: readonly (readonly [string, KeyValue])[] = known.length < addresses.length ? [] : [['aws:sourceip', values.length === 1 ? only(...values) : { kind: 'one-of', values }]];
  return [...source, ['aws:sourcevpce', ABSENT], ['aws:sourcevpc', ABSENT], ['aws:vpcsourceip', ABSENT]];
}

function arrivalsOf(lookup: Lookup, entry: InterfaceEntry, service: string): readonly Arrival[] {
  const to = serviceFrom(lookup, entry.subnet.vpc, service);
  if (!to) return [];
  const starts = startFlights({ kind: 'interfaces', interfaces: [entry], address: undefined, via: 'private' }, to, { from: entry.id, to: service, protocol: 'tcp', port: HTTPS });
  if (!starts.ok) return [];
  return traceRoundTrip({ lookup, policy: 'strict' }, starts.value)
    .filter(({ blocks }) => blocks.length === 0)
    .map((outcome) => arrivalOf(lookup, outcome));
}

/** What only requests of a role on an instance carry, whichever way they go. */
function keysOfInstance({ subnet }: InterfaceEntry, privateAddress: KeyValue | undefined): readonly (readonly [string, KeyValue])[] {
  return [['aws:ec2instancesourcevpc', only(subnet.vpc.id)], ...(privateAddress ? [['aws:ec2instancesourceprivateipv4', privateAddress] as const] : [])];
}

/**
 * The way of a machine's calls to a service (`com.amazonaws.us-east-1.s3`), by the evaluator itself. Where nothing arrives,
 * or parts arrive in different ways, what the network would say is not known.
 */
export function wayToService(lookup: Lookup, entry: InterfaceEntry, service: string): Way {
  const held = entry.addresses.find(({ address }) => typeof address === 'number');
  const privateAddress = held && only(formatAddress(held.address));
  const arrivals = arrivalsOf(lookup, entry, service);
  const endpoints = arrivals.flatMap((arrival) => ('endpoint' in arrival ? [arrival.endpoint] : []));
  const keys = new Map([...keysOfInstance(entry, privateAddress), ...keysOfArrivals(arrivals, privateAddress)]);
  return endpoints[0] && endpoints.length === arrivals.length ? { keys, endpoint: endpoints[0] } : { keys };
}
