import { typeOfTarget } from '../../lookup/route-target.ts';
import { blockAt, evidenceAt, towardsAim } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { leaveThroughInternetGateway } from './internet-gateway.ts';
import { passDownNatGateway } from './nat-gateway.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

type Gateway = 'internet-gateway' | 'egress-only-internet-gateway' | 'vpn-gateway' | 'transit-gateway';

/** A gateway that exists but is not attached here is a blocker of its own, not one of the route. */
function detachedGateway({ context, target }: TargetInput<'blackhole'>): Gateway | undefined {
  if (target.reason !== 'detached' && target.reason !== 'elsewhere' && target.reason !== 'state') return undefined;
  const kind = context.lookup.resource(target.id)?.kind;
  if (kind === 'internet-gateway' || kind === 'egress-only-internet-gateway' || kind === 'transit-gateway') return kind;
  return kind === 'virtual-private-gateway' ? 'vpn-gateway' : undefined;
}

function stopAtGateway(input: TargetInput<'blackhole'>, component: Gateway, next: Place): Flight {
  const { context, flight, subnet, route, target } = input;
  return blockAt(context, flight, {
    block: {
      component,
      resource: target.id,
      code: 'BAD_STATE_ATTACHMENT',
      evidence: [evidenceAt(target.id), evidenceAt(subnet.routeTable?.id ?? subnet.id, route.row)],
      subject: { vpc: subnet.vpc.id, target: target.id, subnet: subnet.id },
    },
    step: routeStep(subnet, route),
    next,
  });
}

function stopAtRoute(input: TargetInput<'blackhole'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const noted = blockByRoute(context, flight, { subnet, route, code: 'BAD_STATE_ROUTE' });
  const isToNatGateway = flight.leg === 'request' && typeOfTarget(target.id) === 'nat-gateway';
  return isToNatGateway && context.policy === 'persist' ? passDownNatGateway(input, noted) : [noted];
}

/** The target was deleted, detached or attached elsewhere: the route drops what it matches. */
export function forwardToBlackhole(input: TargetInput<'blackhole'>): readonly Flight[] {
  const { context, flight, subnet, target } = input;
  const component = detachedGateway(input);
  if (component === undefined) return stopAtRoute(input);
  const isOnItsWayOut = component === 'internet-gateway' && flight.aim.kind === 'internet';
  if (!isOnItsWayOut) return [stopAtGateway(input, component, towardsAim(flight, subnet))];
  const noted = stopAtGateway(input, component, { at: 'internet' });
  return context.policy === 'strict' ? [noted] : leaveThroughInternetGateway(context, noted, { vpc: subnet.vpc, subnet, gateway: target.id, isThroughNat: false });
}
