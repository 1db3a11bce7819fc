import { formatAddress, parseAddress } from '../../address/cidr.ts';
import type { Entry, InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import type { VpcEndpoint } from '../../model/resources/index.ts';
import { ABSENT, only, type KeyValue, type RequestKeys } from '../../permissions/request.ts';
import type { Outcome } from '../../tracing/round-trip.ts';
import { serviceFrom } from '../../tracing/services/service-endpoint.ts';
import { traceOpened } from '../first-refusal.ts';

/** How the calls of a machine come to an AWS service: what they carry from the network, and the endpoint they go through. */
export interface Way {
  readonly keys: RequestKeys;
  readonly endpoint?: Entry<VpcEndpoint>;
}

const HTTPS = 443;

/** Where one part of the traffic arrives: through an endpoint, or from a public address. */
interface Arrival {
  readonly endpoint: Entry<VpcEndpoint> | undefined;
  /** What a translation on the way made of the source address; nothing where none did, or where that is not known. */
  readonly address: string | undefined;
}

/** The address that the service sees: what the last translation on the way made of it. */
function sourceOf({ request }: Outcome): string | undefined {
  const translated = request.steps.flatMap(({ detail }) => (detail.kind === 'translate' ? [detail.to] : [])).at(-1);
  return translated !== undefined && parseAddress(translated) !== undefined ? translated : undefined;
}

function arrivalOf(lookup: Lookup, outcome: Outcome): Arrival {
  const { landing } = outcome.request;
  const holder = landing.kind === 'interface' ? landing.interface.holder : undefined;
  const id = landing.kind === 'service' ? landing.endpoint : holder?.kind === 'vpc-endpoint' ? holder.id : undefined;
  return { endpoint: id === undefined ? undefined : lookup.vpcEndpoints.get(id), address: sourceOf(outcome) };
}

type Keys = readonly (readonly [string, KeyValue])[];

/** A key of which every part of the traffic tells a value; nothing where one does not. */
function keyOf(key: string, values: readonly (string | undefined)[]): Keys {
  const known = [...new Set(values.filter((value) => value !== undefined))];
  if (values.includes(undefined) || known.length === 0) return [];
  return [[key, known.length === 1 ? only(...known) : { kind: 'one-of', values: known }]];
}

/**
 * A request through a VPC endpoint says its VPC, its endpoint and the private address, and no public one; any other says the
 * public address and none of those. A NAT gateway that leads to an endpoint is the one whose private address is said.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
 */
function keysOfArrivals(arrivals: readonly Arrival[], privateAddress: string | undefined): Keys {
  const endpoints = arrivals.flatMap(({ endpoint }) => endpoint ?? []);
  if (endpoints.length === 0 && arrivals.length > 0) {
    const source = keyOf('aws:sourceip', arrivals.map(({ address }) => address));
    return [...source, ['aws:sourcevpce', ABSENT], ['aws:sourcevpc', ABSENT], ['aws:vpcsourceip', ABSENT]];
  }
  if (endpoints.length < arrivals.length) return [];
  return [
    ...(endpoints.length > 0 ? [['aws:sourceip', ABSENT] as const] : []),
    ...keyOf('aws:sourcevpce', endpoints.map(({ id }) => id)),
    ...keyOf('aws:sourcevpc', endpoints.map(({ value }) => value.vpc)),
    ...keyOf('aws:vpcsourceip', arrivals.map(({ address }) => address ?? privateAddress)),
  ];
}

function arrivalsOf(lookup: Lookup, entry: InterfaceEntry, service: string): readonly Arrival[] {
  const to = serviceFrom(lookup, entry.subnet.vpc, service);
  if (!to) return [];
  return traceOpened(lookup, entry, { to, question: { from: entry.id, to: service, protocol: 'tcp', port: HTTPS } })
    .filter(({ blocks }) => blocks.length === 0)
    .map((outcome) => arrivalOf(lookup, outcome));
}

/** What only requests of a role on an instance carry, whichever way they go. */
function keysOfInstance({ subnet }: InterfaceEntry, privateAddress: string | undefined): Keys {
  return [['aws:ec2instancesourcevpc', only(subnet.vpc.id)], ...keyOf('aws:ec2instancesourceprivateipv4', [privateAddress])];
}

/**
 * The way of a machine's calls to a service (`com.amazonaws.us-east-1.s3`), by the evaluator itself. Where nothing arrives,
 * or parts arrive in different ways, what the network would say is not known.
 */
export function wayToService(lookup: Lookup, entry: InterfaceEntry, service: string): Way {
  const held = entry.addresses.find(({ address }) => typeof address === 'number');
  const privateAddress = held && formatAddress(held.address);
  const arrivals = arrivalsOf(lookup, entry, service);
  const [endpoint, ...others] = arrivals.map((arrival) => arrival.endpoint);
  const keys = new Map([...keysOfInstance(entry, privateAddress), ...keysOfArrivals(arrivals, privateAddress)]);
  return endpoint && others.every((other) => other?.id === endpoint.id) ? { keys, endpoint } : { keys };
}
