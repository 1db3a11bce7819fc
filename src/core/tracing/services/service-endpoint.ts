import type { Interval } from '../../address/interval.ts';
import type { Entry, Lookup, VpcEntry } from '../../lookup/entries.ts';
import { prefixListRanges } from '../../lookup/prefix-lists.ts';
import { standInOfService } from '../../lookup/stand-in-addresses.ts';
import type { VpcEndpoint } from '../../model/resources/index.ts';
import type { Endpoint } from '../endpoint.ts';
import { onlyAddress } from '../split-parcels.ts';

/** The services that gateway endpoints lead to; each can be asked for by this word alone. */
const WORDS = new Set(['s3', 'dynamodb']);
const WHOLE_NAME = /^com\.amazonaws\.[a-z0-9-]+\.[a-z0-9.-]+$/;
/** `s3.us-east-1.amazonaws.com` */
const HOST_NAME = /^([a-z0-9-]+)\.([a-z]{2}-[a-z-]+-\d)\.amazonaws\.com$/;

/** The whole name of a service that a text calls; a bare word is a service of the given Region. */
export function serviceNameOf(text: string, region: string | undefined): string | undefined {
  const word = text.toLowerCase();
  if (WHOLE_NAME.test(word)) return word;
  if (WORDS.has(word)) return `com.amazonaws.${region ?? 'us-east-1'}.${word}`;
  const [, service, where] = HOST_NAME.exec(word) ?? [];
  return service === undefined || where === undefined ? undefined : `com.amazonaws.${where}.${service}`;
}

/** The addresses of a service: those of its prefix list where its entries are known, else one that stands for them. */
function rangesOf(lookup: Lookup, service: string): readonly Interval[] {
  const named = [...lookup.vpcEndpoints.values()].find(({ value }) => value.type === 'gateway' && value.service === service && value.prefixList !== undefined)?.value.prefixList;
  const list = named ?? lookup.byKind['prefix-list'].find(({ value }) => value.name === service)?.id;
  const ranges = list === undefined ? undefined : prefixListRanges(lookup, list)?.filter(([first]) => typeof first === 'number');
  return ranges && ranges.length > 0 ? ranges : [onlyAddress(standInOfService(service))];
}

/** A service as the end of a question; with an endpoint, through that one. */
export function serviceEndpoint(lookup: Lookup, service: string, through?: Entry<VpcEndpoint>): Endpoint {
  const ranges = rangesOf(lookup, service);
  return through === undefined ? { kind: 'service', service, ranges } : { kind: 'service', service, ranges, endpoint: through.id, vpc: through.value.vpc };
}

/** A service that a text calls: by its whole or host name, or by the word alone, then of the design's first Region. */
export function serviceCalled(lookup: Lookup, text: string): Endpoint | undefined {
  const service = serviceNameOf(text, lookup.byKind.region[0]?.value.code);
  return service === undefined ? undefined : serviceEndpoint(lookup, service);
}

/**
 * A service as a VPC sees it: with private DNS its name leads to the interfaces of the VPC's own endpoint, which needs both
 * DNS attributes of the VPC (PrivateLink guide, create-interface-endpoint).
 */
export function serviceFrom(lookup: Lookup, vpc: VpcEntry, text: string): Endpoint | undefined {
  const service = serviceNameOf(text, vpc.region?.value.code);
  if (service === undefined) return undefined;
  const isResolved = vpc.value.enableDnsSupport && vpc.value.enableDnsHostnames;
  const own = [...lookup.vpcEndpoints.values()].find(({ value }) => isResolved && value.vpc === vpc.id && value.type === 'interface' && value.service === service && value.privateDns);
  if (own && own.interfaces.length > 0) return { kind: 'interfaces', interfaces: own.interfaces, address: undefined, via: 'private' };
  return serviceEndpoint(lookup, service);
}
