import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Block } from '../flight.ts';
import type { ListenerTarget } from './find-targets.ts';

type Fault = Pick<Block, 'component' | 'resource' | 'code'> & Partial<Pick<Block, 'subject'>>;

const DOWN = new Set(['stopped', 'stopping', 'shutting-down', 'terminated']);

function faultsOf(lookup: Lookup, id: ResourceId, port: number): readonly Fault[] {
  const instance = lookup.instances.get(id)?.value;
  if (!instance) return [];
  if (DOWN.has(instance.state)) return [{ component: 'instance-state', resource: id, code: 'BAD_STATE' }];
  const services = Object.values(instance.services ?? {});
  const there = services.filter((service) => service.port === port);
  // Without any declared service it is not known what listens.
  if (services.length === 0 || there.some(({ running }) => running)) return [];
  return [{ component: 'service', resource: id, code: there.length === 0 ? 'X_NO_LISTENER' : 'X_SERVICE_STOPPED' }];
}

/** What keeps a target from answering beside the network: a machine that is off, a service that does not run. */
export function targetFaults(lookup: Lookup, target: ListenerTarget): readonly Fault[] {
  if (target.end.kind !== 'end' || target.end.end.kind !== 'interfaces') return [];
  return target.end.end.interfaces.flatMap(({ holder }) => (holder.kind === 'instance' ? faultsOf(lookup, holder.id, target.port) : []));
}
