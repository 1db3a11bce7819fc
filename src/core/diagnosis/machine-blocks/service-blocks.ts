import type { DbInstance, Instance, Service } from '../../model/resources/index.ts';
import type { Question } from '../../model/question.ts';
import type { Block } from '../../tracing/flight.ts';
import { instanceOf, interfacesOf } from '../case.ts';
import { askedPort, makeBlock, type MachineInput } from './machine-input.ts';

const isLoopback = (address: string): boolean => address === '::1' || address === 'localhost' || address.startsWith('127.');

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

/** What is wrong with the service that was asked for: none, stopped, bound to loopback, another scheme, a bad certificate. */
export function serviceBlocks(input: MachineInput): readonly Block[] {
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
