import type { Blocker } from '../findings/diagnosis.ts';
import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import type { Question, Symptom } from '../model/question.ts';
import type { Instance } from '../model/resources/index.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import type { Block } from '../tracing/flight.ts';
import type { Outcome } from '../tracing/round-trip.ts';

/** Everything the ten checks may look at: the question, its two ends, and how the asked traffic fared. */
export interface Case {
  readonly lookup: Lookup;
  readonly question: Question;
  readonly symptom: Symptom | undefined;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly outcomes: readonly Outcome[];
  /** Blocks of both legs, each once. */
  readonly blocks: readonly Block[];
  /** The same as the outside sees them, with sentence and fixes, in the same order. */
  readonly blockers: readonly Blocker[];
}

/** The interfaces at one end, when they are interfaces. */
export const interfacesOf = (endpoint: Endpoint): readonly InterfaceEntry[] => (endpoint.kind === 'interfaces' ? endpoint.interfaces : []);

/** The instance at one end, when it is one. */
export function instanceOf(endpoint: Endpoint): { readonly id: ResourceId; readonly instance: Instance; readonly interface: InterfaceEntry } | undefined {
  const [entry] = interfacesOf(endpoint);
  return entry?.holder.kind === 'instance' ? { id: entry.holder.id, instance: entry.holder.instance, interface: entry } : undefined;
}

/** Whether this end is on the internet. */
export const isOnInternet = (endpoint: Endpoint): boolean => endpoint.kind === 'internet' || endpoint.kind === 'client';
