import { TCP, UDP } from '../address/protocol.ts';
import { evidenceAt } from '../tracing/advance.ts';
import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Question } from '../model/question.ts';
import type { DbInstance, Instance, Service } from '../model/resources/index.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import type { Block } from '../tracing/flight.ts';
import type { Outcome } from '../tracing/round-trip.ts';
import { interfacesOf, instanceOf } from './case.ts';
import { findScriptFaults, readScriptNeeds } from './read-user-data.ts';

/** The question's header, for a block that no packet met. */
type Traffic = Block['traffic'];

interface MachineInput {
  readonly lookup: Lookup;
  readonly question: Question;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly outcomes: readonly Outcome[];
}

const NO_TRAFFIC: Traffic = { source: [0, 0], destination: [0, 0], protocol: [0, 0], sourcePort: [0, 0], destinationPort: [0, 0] };
const GONE = new Set(['stopped', 'stopping', 'shutting-down', 'terminated']);
const DB_NOT_RUNNING = new Set(['stopped', 'stopping', 'deleting', 'failed', 'storage-full', 'inaccessible-encryption-credentials']);

function makeBlock(input: MachineInput, given: { readonly component: Block['component']; readonly resource: ResourceId; readonly code: string; readonly row?: string; readonly leg?: Block['leg'] }): Block {
  const { component, resource, code, row } = given;
  return {
    leg: given.leg ?? 'request',
    component,
    resource,
    row,
    code,
    certainty: 'certain',
    evidence: [evidenceAt(resource, row)],
    subject: {},
    traffic: input.outcomes[0]?.asked[0] ?? NO_TRAFFIC,
  };
}

/** The machine behind an interface, when it is one that is off. */
function machineThatIsOff({ holder }: InterfaceEntry): ResourceId | undefined {
  if (holder.kind === 'instance') return GONE.has(holder.instance.state) ? holder.id : undefined;
  return holder.kind === 'db-instance' && DB_NOT_RUNNING.has(holder.db.state) ? holder.id : undefined;
}

/** An interface that is attached to nothing has nobody behind it (EC2 User Guide, using-eni). */
const isUnattached = ({ holder, value }: InterfaceEntry): boolean => holder.kind === 'none' && value.attachment === undefined && value.owner === undefined;

/** A NAT gateway whose addresses are not known was asked for: as a target it accepts nothing; what it opens is not known. */
function natBlocks(input: MachineInput): readonly Block[] {
  if (input.outcomes.length > 0) return [];
  if (input.to.kind === 'nat-gateway') return [makeBlock(input, { component: 'nat-gateway', resource: input.to.natGateway.id, code: 'X_NAT_NO_INBOUND' })];
  if (input.from.kind !== 'nat-gateway') return [];
  return [{ ...makeBlock(input, { component: 'nat-gateway', resource: input.from.natGateway.id, code: 'X_NO_ADDRESS' }), certainty: 'unknown' }];
}

function stateBlocks(input: MachineInput): readonly Block[] {
  return [input.from, input.to].flatMap((endpoint) => {
    const unattached = interfacesOf(endpoint).filter(isUnattached);
    if (unattached.length > 0 && unattached.length === interfacesOf(endpoint).length) return unattached.slice(0, 1).map(({ id }) => makeBlock(input, { component: 'instance-state', resource: id, code: 'UNASSOCIATED_COMPONENT' }));
    if (endpoint.kind === 'gone') return [makeBlock(input, { component: 'instance-state', resource: endpoint.id, code: 'UNASSOCIATED_COMPONENT' })];
    const off = new Set(interfacesOf(endpoint).map(machineThatIsOff));
    return [...off].flatMap((resource) => (resource === undefined ? [] : [makeBlock(input, { component: 'instance-state', resource, code: 'BAD_STATE' })]));
  });
}

const isLoopback = (address: string): boolean => address === '::1' || address === 'localhost' || address.startsWith('127.');

/** The one port a question asks for, when it asks for one of TCP or UDP. */
function askedPort({ outcomes }: MachineInput): { readonly protocol: 'tcp' | 'udp'; readonly port: number } | undefined {
  const box = outcomes[0]?.asked[0];
  if (!box || box.destinationPort[1] - box.destinationPort[0] !== 1 || box.protocol[1] - box.protocol[0] !== 1) return undefined;
  const [number] = box.protocol;
  return number === TCP || number === UDP ? { protocol: number === TCP ? 'tcp' : 'udp', port: box.destinationPort[0] } : undefined;
}

/** The declared service at a port: a running one before one that is not. */
export function serviceAt(instance: Pick<Instance, 'services'>, port: number, protocol: 'tcp' | 'udp'): readonly [row: string, service: Service] | undefined {
  const there = Object.entries(instance.services ?? {}).filter(([, service]) => service.port === port && service.protocol === protocol);
  return there.find(([, service]) => service.running && !isLoopback(service.bindAddress)) ?? there[0];
}

const BAD_CERTIFICATES = new Set<Service['certificate']>(['missing', 'expired', 'other-name']);

function faultOfService(service: Service, question: Question): string | undefined {
  if (!service.running) return 'X_SERVICE_STOPPED';
  if (isLoopback(service.bindAddress)) return 'X_BOUND_TO_LOOPBACK';
  const isWeb = service.scheme === 'http' || service.scheme === 'https';
  if (isWeb && question.scheme !== undefined && question.scheme !== service.scheme) return 'X_SCHEME_MISMATCH';
  return service.scheme === 'https' && BAD_CERTIFICATES.has(service.certificate) ? 'X_CERTIFICATE' : undefined;
}

function serviceBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  const asked = askedPort(input);
  if (!target?.instance.services || !asked) return databaseBlocks(input, asked?.port);
  const found = serviceAt(target.instance, asked.port, asked.protocol);
  if (!found) return [makeBlock(input, { component: 'service', resource: target.id, code: 'X_NO_LISTENER' })];
  const code = faultOfService(found[1], input.question);
  return code === undefined ? [] : [makeBlock(input, { component: 'service', resource: target.id, code, row: found[0] })];
}

function databaseBlocks(input: MachineInput, port: number | undefined): readonly Block[] {
  const [entry] = interfacesOf(input.to);
  if (entry?.holder.kind !== 'db-instance' || port === undefined) return [];
  const db: DbInstance = entry.holder.db;
  return db.port === port || db.port === 0 ? [] : [makeBlock(input, { component: 'service', resource: entry.holder.id, code: 'X_NO_LISTENER' })];
}

/** A broken script only matters while nobody has said that the service it was to start runs all the same. */
function isDeclaredRunning(input: MachineInput, instance: Instance): boolean {
  const asked = askedPort(input);
  return asked !== undefined && serviceAt(instance, asked.port, asked.protocol)?.[1].running === true;
}

function scriptBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  if (!target || isDeclaredRunning(input, target.instance)) return [];
  const [fault] = findScriptFaults(target.instance);
  return fault ? [makeBlock(input, { component: 'user-data', resource: target.id, code: fault.code })] : [];
}

function permissionBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  if (!target || target.instance.role !== undefined) return [];
  const { awsServices } = readScriptNeeds(target.instance.userData ?? '');
  return awsServices.length > 0 ? [makeBlock(input, { component: 'permissions', resource: target.id, code: 'X_IAM_NO_INSTANCE_PROFILE' })] : [];
}

function personalNetworkBlocks(input: MachineInput): readonly Block[] {
  const { from } = input;
  const client = from.kind === 'client' ? from : from.kind === 'on-premises' ? from.client : undefined;
  const asked = askedPort(input);
  if (!client || !asked) return [];
  const row = Object.entries(client.client.blockedPorts).find(([, blocked]) => blocked.protocol === asked.protocol && blocked.fromPort <= asked.port && asked.port <= blocked.toPort);
  return row ? [makeBlock(input, { component: 'personal-network', resource: client.id, code: 'X_CLIENT_EGRESS_FIREWALL', row: row[0] })] : [];
}

/** What blocks beside the network: a machine that is off, a service that does not listen, a script, a role, the client's own network. */
export function findMachineBlocks(input: MachineInput): readonly Block[] {
  return [...personalNetworkBlocks(input), ...stateBlocks(input), ...natBlocks(input), ...scriptBlocks(input), ...permissionBlocks(input), ...serviceBlocks(input)];
}
