import { findWellKnownPort } from '../aws/well-known-ports.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { Instance, Service } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';
import { rowEntries, withoutRow } from './rows.ts';

const HIGHEST_PORT = 65_535;
const EVERY_ADDRESS = '0.0.0.0';
const SCHEMES: Readonly<Record<number, Service['scheme']>> = { 80: 'http', 443: 'https', 22: 'ssh', 3389: 'rdp', 3306: 'mysql', 5432: 'postgresql', 8080: 'http', 8443: 'https' };

/** What a form knows of a service: the port; the rest follows from it where nothing is said. */
export interface GivenService {
  readonly port: number;
  readonly name?: string | undefined;
  readonly protocol?: Service['protocol'] | undefined;
  readonly scheme?: Service['scheme'] | undefined;
  readonly bindAddress?: string | undefined;
  readonly running?: boolean | undefined;
  readonly certificate?: Service['certificate'] | undefined;
}

/** A service with everything filled in: the usual scheme of its port, on every address, running, a valid certificate for HTTPS. */
export function completeService(given: GivenService): Service {
  const { port, protocol = 'tcp', bindAddress = EVERY_ADDRESS, running = true } = given;
  requirePort(port);
  const scheme = given.scheme ?? SCHEMES[port] ?? 'other';
  const certificate = given.certificate ?? usualCertificate(scheme);
  return { name: nameOfService(given), protocol, port, scheme, bindAddress, running, ...(certificate !== undefined && { certificate }) };
}

function requirePort(port: number): void {
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) refuse(`${port} is not a port a service can listen on; ports are 1 to 65535.`);
}

const usualCertificate = (scheme: Service['scheme']): Service['certificate'] => (scheme === 'https' ? 'valid' : undefined);

function nameOfService({ name, port, protocol = 'tcp' }: GivenService): string {
  const title = name?.trim() ?? '';
  return title === '' ? (findWellKnownPort(protocol, port)?.name ?? `port ${port}`) : title;
}

const isEverywhere = (address: string): boolean => address === EVERY_ADDRESS || address === '::';

/** Two services on one port need different addresses. */
function refuseClash(instance: Instance, service: Service, besides?: RowId): void {
  const clash = rowEntries(instance.services ?? {}).find(([row, other]) => {
    const meets = other.bindAddress === service.bindAddress || isEverywhere(other.bindAddress) || isEverywhere(service.bindAddress);
    return row !== besides && other.protocol === service.protocol && other.port === service.port && meets;
  });
  if (clash) refuse(`${clash[1].name} listens on ${service.protocol.toUpperCase()} ${service.port} of ${instance.name} already.`);
}

const sayService = ({ name, protocol, port }: Service): string => `${name} on ${protocol.toUpperCase()} ${port}`;

/** Says that something listens on an instance. The first service also says that all that listens is known. */
export function addService(design: Design, { instance: id, service: given }: { readonly instance: ResourceId; readonly service: GivenService }): EditResult {
  return edit(design, (draft) => {
    const instance = draft.need(id, 'instance');
    const service = completeService(given);
    refuseClash(instance, service);
    const services = instance.services ?? {};
    draft.change(id, 'instance', { services: { ...services, [nextRowId('service', services)]: service } });
    return { said: `Add ${sayService(service)} to ${instance.name}`, select: [id] };
  });
}

export interface ServiceRow {
  readonly instance: ResourceId;
  readonly row: RowId;
}

function needService(draft: Draft, { instance: id, row }: ServiceRow): { readonly instance: Instance; readonly service: Service } {
  const instance = draft.need(id, 'instance');
  return { instance, service: instance.services?.[row] ?? refuse(`${instance.name} has no service ${row}.`) };
}

/** Changes a service; fields that are not given stay. */
export function changeService(design: Design, request: ServiceRow & { readonly service: Partial<GivenService> }): EditResult {
  return edit(design, (draft) => {
    const { instance, service: before } = needService(draft, request);
    const keepsScheme = request.service.scheme === undefined || request.service.scheme === before.scheme;
    const changed = completeService({ ...before, ...(keepsScheme ? {} : { certificate: undefined }), ...request.service });
    // Whether `::` takes IPv4 was seen at that address; another address says nothing of it.
    const service = before.ipv6Only !== undefined && changed.bindAddress === before.bindAddress ? { ...changed, ipv6Only: before.ipv6Only } : changed;
    refuseClash(instance, service, request.row);
    draft.change(request.instance, 'instance', { services: { ...instance.services, [request.row]: service } });
    return { said: `Change ${before.name} of ${instance.name} to ${sayService(service)}`, select: [request.instance] };
  });
}

/** Takes a service away. */
export function removeService(design: Design, request: ServiceRow): EditResult {
  return edit(design, (draft) => {
    const { instance, service } = needService(draft, request);
    draft.change(request.instance, 'instance', { services: withoutRow(instance.services ?? {}, request.row) });
    return { said: `Take ${sayService(service)} away from ${instance.name}`, select: [request.instance] };
  });
}
