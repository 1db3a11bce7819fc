import type { ResourceId } from '../../model/ids.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { blockAt, evidenceAt, towardsAim } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/** A gateway that exists but is not attached here is what the first step of the checklist asks about. */
const isGatewayElsewhere = (lookup: Lookup, id: ResourceId): boolean => {
  const kind = lookup.resource(id)?.kind;
  return kind === 'internet-gateway' || kind === 'virtual-private-gateway';
};

function afterInternetGateway(flight: Flight, input: TargetInput<'blackhole'>): Place {
  const isOnItsWayOut = flight.aim.kind === 'internet';
  return isOnItsWayOut ? { at: 'landed', where: { kind: 'internet' } } : towardsAim(flight, input.subnet);
}

/** The target was deleted, detached or attached elsewhere: the route drops what it matches. */
export function forwardToBlackhole(input: TargetInput<'blackhole'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const isDetached = target.reason === 'detached' || target.reason === 'elsewhere' || target.reason === 'state';
  if (!isDetached || !isGatewayElsewhere(context.lookup, target.id)) {
    return [blockByRoute(context, flight, { subnet, route, code: 'BAD_STATE_ROUTE' })];
  }
  const isInternet = context.lookup.resource(target.id)?.kind === 'internet-gateway';
  const block = blockAt(context, flight, {
    block: {
      component: isInternet ? 'internet-gateway' : 'vpn-gateway',
      resource: target.id,
      code: 'BAD_STATE_ATTACHMENT',
      evidence: [evidenceAt(target.id), evidenceAt(subnet.routeTable?.id ?? subnet.id, route.row)],
      subject: { vpc: subnet.vpc.id, target: target.id, subnet: subnet.id },
    },
    step: routeStep(subnet, route),
    next: isInternet ? afterInternetGateway(flight, input) : towardsAim(flight, subnet),
  });
  return [block];
}
