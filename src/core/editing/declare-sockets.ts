import { findWellKnownPort } from '../aws/well-known-ports.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { ListeningSocket, ListeningSockets } from '../model/listening-socket.ts';
import type { Instance, Service } from '../model/resources/index.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { rowEntries } from './rows.ts';
import { completeService } from './services.ts';

type Services = NonNullable<Instance['services']>;

/** Programs that speak one protocol wherever they listen. */
const SCHEMES: Readonly<Record<string, Service['scheme']>> = {
  sshd: 'ssh',
  mysqld: 'mysql',
  mariadbd: 'mysql',
  postgres: 'postgresql',
};

function newService({ protocol, port, address, process }: ListeningSocket): Service {
  const scheme = process === undefined ? undefined : SCHEMES[process];
  return completeService({ port, protocol, bindAddress: address, name: process ?? findWellKnownPort(protocol, port)?.name, scheme });
}

const isAt = (socket: ListeningSocket, { protocol, port }: Service): boolean => socket.protocol === protocol && socket.port === port;

/** The declared service a socket is: at its address, else the only one of its port. */
function findDeclared(socket: ListeningSocket, declared: readonly (readonly [RowId, Service])[]): readonly [RowId, Service] | undefined {
  const there = declared.filter(([, service]) => isAt(socket, service));
  return there.find(([, { bindAddress }]) => bindAddress === socket.address) ?? (there.length === 1 ? there[0] : undefined);
}

/** What was declared and is not there any more does not run; what a look at TCP says nothing of stays as it is. */
function stopMissing(services: Services, { sockets, covers }: ListeningSockets): Services {
  const rows = rowEntries(services).map(([row, service]) => {
    const isGone = covers.includes(service.protocol) && !sockets.some((socket) => isAt(socket, service));
    return [row, isGone ? { ...service, running: false } : service] as const;
  });
  return Object.fromEntries(rows);
}

/** The services of an instance as its sockets say: what was known of them beside their address stays. */
function mergeServices(known: Services, listening: ListeningSockets): Services {
  let services = stopMissing(known, listening);
  const free = new Map(rowEntries(services));
  for (const socket of listening.sockets) {
    const declared = findDeclared(socket, [...free]);
    const [row, service] = declared ?? [nextRowId('service', services), newService(socket)];
    free.delete(row);
    const { ipv6Only: _, ...rest } = service;
    services = { ...services, [row]: { ...rest, bindAddress: socket.address, ...(socket.isIpv6Only && { ipv6Only: true }), running: true } };
  }
  return services;
}

/**
 * Takes over what listens on an instance, as `ss` or `netstat` said: services that are there run and are bound as said,
 * new ones are added, and declared ones that are not there do not run.
 */
export function declareSockets(design: Design, { instance: id, listening }: { readonly instance: ResourceId; readonly listening: ListeningSockets }): EditResult {
  return edit(design, (draft) => {
    const instance = draft.need(id, 'instance');
    draft.change(id, 'instance', { services: mergeServices(instance.services ?? {}, listening) });
    const count = listening.sockets.length;
    return { said: `Take over ${count === 1 ? '1 listening socket' : `${count} listening sockets`} of ${instance.name}`, select: [id] };
  });
}
