import type { CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { SubnetEntry } from '../../lookup/entries.ts';
import type { RouteTarget } from '../../lookup/route-target.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { TraceContext } from '../advance.ts';
import type { Flight } from '../flight.ts';

/** A route was picked for traffic that leaves a subnet: what its target needs to know. */
export interface TargetInput<Kind extends RouteTarget['kind']> {
  readonly context: TraceContext;
  readonly flight: Flight;
  readonly subnet: SubnetEntry;
  readonly sender: ResourceId;
  readonly route: CompiledRoute;
  readonly target: Extract<RouteTarget, { kind: Kind }>;
}
