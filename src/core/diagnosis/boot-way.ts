import type { Lookup } from '../lookup/entries.ts';
import { mayProvide } from '../scripts/provider-packages.ts';
import { readUserData } from '../scripts/read-user-data.ts';
import type { ScriptNeed } from '../scripts/script-needs.ts';
import type { Block } from '../tracing/flight.ts';
import { bootNeeds, destinationsOf, type Booting } from './boot-egress.ts';
import { firstRefusal, type Opened } from './first-refusal.ts';
import { startedAt } from './known-services.ts';

/** The code of a script that cannot fetch what it needs. */
export const NEEDS_EGRESS = 'X_USERDATA_NEEDS_EGRESS';

/** What a script needs and cannot reach, and the place of the network that stops it. */
export interface BootRefusal {
  readonly need: ScriptNeed;
  readonly asked: Opened;
  readonly block: Block;
}

/** Of the places that would do, the one that a sentence names: the internet, where it is one of them. */
export function namedDestination(lookup: Lookup, booting: Booting, need: ScriptNeed): Opened | undefined {
  const destinations = destinationsOf(lookup, booting, need);
  return destinations.find(({ to }) => to.kind === 'internet') ?? destinations[0];
}

/**
 * Why a script does not come to the line that starts what is asked for at a port: something before it cannot be reached,
 * and is installed or ends the script. Nothing where nobody has said that the script starts it, or the person has said what runs.
 */
export function findBootRefusal(lookup: Lookup, booting: Booting, port: number | undefined): BootRefusal | undefined {
  const { instance, interface: entry } = booting;
  const start = instance.services === undefined ? startedAt(instance, port) : undefined;
  if (start === undefined) return undefined;
  const { endsAtFailure } = readUserData(instance.userData ?? '');
  const unmet = bootNeeds(lookup, booting).find(({ need, fate }) => fate === 'no' && need.line <= start.line && (endsAtFailure || (need.installs !== undefined && mayProvide(start.name, need.installs))));
  const asked = unmet && namedDestination(lookup, booting, unmet.need);
  const block = asked && firstRefusal(lookup, entry, asked);
  return block && { need: unmet.need, asked, block };
}
