import { formatAddress } from '../../address/cidr.ts';
import { parseIpv4 } from '../../address/ipv4.ts';
import { parseIpv6 } from '../../address/ipv6.ts';
import type { AddressNumber, HeldAddress, InterfaceEntry } from '../../lookup/entries.ts';
import type { DbInstance, Service } from '../../model/resources/index.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import type { Block } from '../../tracing/flight.ts';
import { instanceOf, interfacesOf, isOnInternet } from '../case.ts';
import { isEveryServiceKnown, knownServices } from '../known-services.ts';
import { askedPort, makeBlock, type MachineInput } from './machine-input.ts';

const isLoopback = (address: string): boolean => address === '::1' || address === 'localhost' || address.startsWith('127.');
const parseAddress = (text: string): AddressNumber | undefined => parseIpv4(text) ?? parseIpv6(text);

type ServiceRow = readonly [row: string, service: Service];

type KnownMachine = Parameters<typeof knownServices>[0];

/** The known services at a port. */
function servicesAt(instance: KnownMachine, port: number, protocol: 'tcp' | 'udp'): readonly ServiceRow[] {
  return Object.entries(knownServices(instance) ?? {}).filter(([, service]) => service.port === port && service.protocol === protocol);
}

/** The known service at a port: a running one before one that is not. */
export function serviceAt(instance: KnownMachine, port: number, protocol: 'tcp' | 'udp'): ServiceRow | undefined {
  const there = servicesAt(instance, port, protocol);
  return there.find(([, service]) => service.running && !isLoopback(service.bindAddress)) ?? there[0];
}

/** What is wrong with a service, and the words a sentence about it needs. */
interface Fault {
  readonly code: string;
  readonly about?: string;
}

/** The addresses a machine can bind to, and the one that was asked for where it is known. */
interface Standing {
  readonly own: ReadonlySet<AddressNumber>;
  readonly publicOnes: ReadonlySet<AddressNumber>;
  readonly asked: AddressNumber | undefined;
}

/** The address of the interface that the question names, where it names one; a public one is translated to it. */
function namedAddress({ address, via }: Extract<Endpoint, { kind: 'interfaces' }>, { addresses }: InterfaceEntry): AddressNumber | undefined {
  return via === 'private' ? address : addresses.find((held) => held.public?.address === address)?.address;
}

function askedAddress(input: MachineInput): AddressNumber | undefined {
  const [entry] = interfacesOf(input.to);
  if (!entry || input.to.kind !== 'interfaces') return undefined;
  if (input.to.address !== undefined) return namedAddress(input.to, entry);
  const type = input.outcomes[0]?.family === 6 ? 'bigint' : 'number';
  const held = entry.addresses.filter(({ address }) => typeof address === type);
  const translated = isOnInternet(input.from) ? held.find((candidate) => candidate.public) : undefined;
  return (translated ?? held[0])?.address;
}

function standingOf(input: MachineInput): Standing {
  const target = instanceOf(input.to);
  const interfaces = (target && input.lookup.instances.get(target.id)?.interfaces) ?? [];
  const held: readonly HeldAddress[] = interfaces.flatMap(({ addresses }) => addresses);
  const publicOnes = held.flatMap((each) => (each.public === undefined ? [] : [each.public.address]));
  return { own: new Set(held.map(({ address }) => address)), publicOnes: new Set(publicOnes), asked: askedAddress(input) };
}

/** Bound to every address of a family: IPv4's takes no IPv6; IPv6's takes both, unless it is told not to (ipv6(7), IPV6_V6ONLY). */
function faultOfEvery({ bindAddress, ipv6Only }: Service, asked: AddressNumber): Fault | undefined {
  const takesIt = parseIpv4(bindAddress) !== undefined ? typeof asked === 'number' : typeof asked === 'bigint' || ipv6Only !== true;
  return takesIt ? undefined : { code: 'X_BOUND_TO_OTHER_ADDRESS', about: ipv6Only === true ? `${bindAddress} for IPv6 alone` : bindAddress };
}

/**
 * Whether what a service is bound to takes what was asked for. An address the machine does not have cannot be bound at all
 * (bind(2), EADDRNOTAVAIL): a public IPv4 address is translated by the internet gateway, and the machine never sees it.
 */
function faultOfBinding(service: Service, { own, publicOnes, asked }: Standing): Fault | undefined {
  const { bindAddress } = service;
  if (isLoopback(bindAddress)) return { code: 'X_BOUND_TO_LOOPBACK', about: bindAddress };
  const bound = parseAddress(bindAddress);
  if (bound === undefined || asked === undefined) return undefined;
  if (bound === 0 || bound === 0n) return faultOfEvery(service, asked);
  if (!own.has(bound)) return { code: 'X_BOUND_TO_FOREIGN_ADDRESS', about: publicOnes.has(bound) ? `${formatAddress(bound)}, its public address` : formatAddress(bound) };
  return bound === asked ? undefined : { code: 'X_BOUND_TO_OTHER_ADDRESS', about: bindAddress };
}

const BAD_CERTIFICATES: Readonly<Partial<Record<NonNullable<Service['certificate']>, string>>> = { missing: 'missing', expired: 'expired', 'other-name': 'for another name' };

function faultOfProtocol(service: Service, { question }: MachineInput): Fault | undefined {
  const isWeb = service.scheme === 'http' || service.scheme === 'https';
  if (isWeb && question.scheme !== undefined && question.scheme !== service.scheme) return { code: 'X_SCHEME_MISMATCH', about: service.scheme };
  // Plain HTTP never asks for a certificate; an HTTPS service always shows its own.
  const certificate = service.certificate === undefined ? undefined : BAD_CERTIFICATES[service.certificate];
  return service.scheme === 'https' && certificate !== undefined ? { code: 'X_CERTIFICATE', about: certificate } : undefined;
}

const faultOfService = (service: Service, input: MachineInput, standing: Standing): Fault | undefined =>
  service.running ? (faultOfBinding(service, standing) ?? faultOfProtocol(service, input)) : { code: 'X_SERVICE_STOPPED' };

/** What is wrong with the service that was asked for: none there, stopped, bound elsewhere, another scheme, a bad certificate. */
export function serviceBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  const asked = askedPort(input);
  if (!target || !knownServices(target.instance) || !asked) return databaseBlocks(input, asked?.port);
  const standing = standingOf(input);
  const rows = servicesAt(target.instance, asked.port, asked.protocol);
  if (rows.some(([, service]) => faultOfService(service, input, standing) === undefined)) return [];
  const found = serviceAt(target.instance, asked.port, asked.protocol);
  if (!found) return isEveryServiceKnown(target.instance) ? [makeBlock(input, { component: 'service', resource: target.id, code: 'X_NO_LISTENER' })] : [];
  const fault = faultOfService(found[1], input, standing);
  return fault === undefined ? [] : [{ ...makeBlock(input, { component: 'service', resource: target.id, code: fault.code, row: found[0] }), subject: fault.about === undefined ? {} : { target: fault.about } }];
}

function databaseBlocks(input: MachineInput, port: number | undefined): readonly Block[] {
  const [entry] = interfacesOf(input.to);
  if (entry?.holder.kind !== 'db-instance' || port === undefined) return [];
  const db: DbInstance = entry.holder.db;
  return db.port === port || db.port === 0 ? [] : [makeBlock(input, { component: 'service', resource: entry.holder.id, code: 'X_NO_LISTENER' })];
}
