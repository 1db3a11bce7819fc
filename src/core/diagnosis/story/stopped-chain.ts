import type { StoryPart } from '../../findings/diagnosis.ts';
import type { InterfaceEntry } from '../../lookup/entries.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { instanceOf, isOnInternet } from '../case.ts';
import type { Chain } from './chain.ts';

const STOPPED = new Set(['stopping', 'stopped']);

/** What a stop does to the public address (EC2 User Guide, using-instance-addressing). */
function describeAddress(entry: InterfaceEntry, name: string): StoryPart | undefined {
  const held = entry.addresses.find((address) => address.public !== undefined);
  if (held?.public?.type === 'elastic') return undefined;
  return { step: 'public-ip', sentence: `The stop released the auto-assigned public IPv4 address of ${name}; after a start it has another one.`, evidence: [{ ...evidenceAt(entry.id, held?.row), label: name }], fixes: [] };
}

/** A stopped instance has lost its auto-assigned address, so what a bookmark names leads nowhere. */
export const stoppedChain: Chain = ({ given, blockers }) => {
  const target = instanceOf(given.to);
  if (!target || !STOPPED.has(target.instance.state) || !isOnInternet(given.from)) return [];
  const name = given.lookup.nameOf(target.id);
  const address = describeAddress(target.interface, name);
  const timeout: StoryPart = {
    step: 'personal-network',
    sentence: address ? 'A bookmark with the old address leads nowhere, so the browser waits and gives up (ERR_CONNECTION_TIMED_OUT).' : 'Nobody answers at its address, so the browser waits and gives up (ERR_CONNECTION_TIMED_OUT).',
    evidence: [],
    fixes: [],
  };
  return [{ step: 'application', sentence: `${name} is ${target.instance.state}.`, evidence: [{ ...evidenceAt(target.id), label: target.instance.state }], fixes: blockers.find(({ component }) => component === 'instance-state')?.fixes ?? [] }, ...(address ? [address] : []), timeout];
};
