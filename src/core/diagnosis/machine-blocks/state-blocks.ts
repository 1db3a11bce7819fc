import { isDbInstanceOff, isInstanceOff } from '../../aws/machine-states.ts';
import type { InterfaceEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Block } from '../../tracing/flight.ts';
import { interfacesOf } from '../case.ts';
import { makeBlock, type MachineInput } from './machine-input.ts';

/** The machine behind an interface, when it is one that is off. */
function machineThatIsOff({ holder }: InterfaceEntry): ResourceId | undefined {
  if (holder.kind === 'instance') return isInstanceOff(holder.instance.state) ? holder.id : undefined;
  return holder.kind === 'db-instance' && isDbInstanceOff(holder.db.state) ? holder.id : undefined;
}

/** An interface that is attached to nothing has nobody behind it (EC2 User Guide, using-eni). */
const isUnattached = ({ holder, value }: InterfaceEntry): boolean => holder.kind === 'none' && value.attachment === undefined && value.owner === undefined;

const NEVER_AGAIN = new Set(['terminated', 'shutting-down', 'deleted', 'deleting']);

/** Nothing to connect from or to. A machine that was imported has an interface all the same, unless it is being deleted: the snapshot lacks it. */
function goneBlock(input: MachineInput, id: ResourceId): Block {
  const { lookup } = input;
  const machine = lookup.instances.get(id)?.value ?? lookup.dbInstances.get(id)?.value;
  const isUnplaced = lookup.resource(id)?.kind === 'network-interface';
  const isLacking = lookup.design.snapshot !== undefined && (isUnplaced || (machine !== undefined && !NEVER_AGAIN.has(machine.state)));
  const block = makeBlock(input, { component: 'instance-state', resource: id, code: isLacking ? 'X_INTERFACE_NOT_KNOWN' : 'UNASSOCIATED_COMPONENT' });
  return isLacking ? { ...block, certainty: 'unknown' } : block;
}

/** A machine at either end that is off, or an interface that nothing stands behind. */
export function stateBlocks(input: MachineInput): readonly Block[] {
  return [input.from, input.to].flatMap((endpoint) => {
    const unattached = interfacesOf(endpoint).filter(isUnattached);
    if (unattached.length > 0 && unattached.length === interfacesOf(endpoint).length) return unattached.slice(0, 1).map(({ id }) => makeBlock(input, { component: 'instance-state', resource: id, code: 'UNASSOCIATED_COMPONENT' }));
    if (endpoint.kind === 'gone') return [goneBlock(input, endpoint.id)];
    const off = new Set(interfacesOf(endpoint).map(machineThatIsOff));
    return [...off].flatMap((resource) => (resource === undefined ? [] : [makeBlock(input, { component: 'instance-state', resource, code: 'BAD_STATE' })]));
  });
}
