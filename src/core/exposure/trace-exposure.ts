import { isDbInstanceOff, isInstanceOff } from '../aws/machine-states.ts';
import type { AnyBox } from '../filtering/rule-match.ts';
import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import { commonFamilies, startFlights, type AskedTraffic } from '../tracing/start-flights.ts';
import { traceRoundTrip } from '../tracing/round-trip.ts';

/** What arrives at one interface, request and reply: the asked traffic that passes, and the way it takes. */
export interface ExposedTraffic {
  readonly boxes: readonly AnyBox[];
  /** Ids of what is passed, in order. */
  readonly path: readonly string[];
}

/** Whether the machine behind an interface is off, so that nothing arrives whatever the network lets through. */
export function isDown(entry: InterfaceEntry): boolean {
  const { holder } = entry;
  if (holder.kind === 'instance') return isInstanceOff(holder.instance.state);
  return holder.kind === 'db-instance' && isDbInstanceOff(holder.db.state);
}

/**
 * Everything that arrives at an interface from somewhere, by the one evaluator: all protocols and ports at once, over IPv4
 * and over IPv6 where both ends have them. `asked`
 * narrows the question, to one protocol for instance.
 */
export function traceExposure(lookup: Lookup, given: { readonly from: Endpoint; readonly to: InterfaceEntry; readonly asked?: Partial<AskedTraffic> }): ExposedTraffic {
  const { from, to } = given;
  if (isDown(to)) return { boxes: [], path: [] };
  const target: Endpoint = { kind: 'interfaces', interfaces: [to], address: undefined, via: 'private' };
  const { family } = given.asked ?? {};
  const starts = (family === undefined ? commonFamilies(from, target) : [family]).flatMap((one) => {
    const started = startFlights(from, target, { from: 'internet', to: to.id, protocol: 'all', ...given.asked, family: one });
    return started.ok ? started.value : [];
  });
  const arriving = traceRoundTrip({ lookup, policy: 'strict' }, starts).filter(({ blocks }) => blocks.length === 0);
  const path = [...new Set(arriving[0]?.request.steps.map(({ resource }) => resource) ?? [])];
  return { boxes: arriving.flatMap(({ asked }) => asked), path };
}
