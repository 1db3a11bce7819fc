import { icmpEcho, icmpRange } from '../../address/ports.ts';
import { isIcmp, TCP } from '../../address/protocol.ts';
import { blockAt, evidenceAt, formatAddresses, NOWHERE, passOn, towardsAim, type BlockInput } from '../advance.ts';
import type { Flight, TracedParcel } from '../flight.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

type Input = TargetInput<'vpc-endpoint'>;

/** A gateway endpoint carries TCP and pings (Reachability Analyzer, explanation codes). */
function isCarried({ now }: TracedParcel, family: 4 | 6): boolean {
  const [protocol, end] = now.protocol;
  if (end - protocol !== 1) return false;
  if (!isIcmp(protocol)) return protocol === TCP;
  const echo = icmpRange(icmpEcho[family].request);
  return now.destinationPort[0] >= echo[0] && now.destinationPort[1] <= echo[1];
}

function findFault({ flight, target }: Input): Pick<BlockInput, 'code' | 'certainty'> | undefined {
  if (target.endpoint.type !== 'gateway') return { code: 'PATH_THROUGH_GWLB_NOT_CHECKED', certainty: 'unknown' };
  if (target.endpoint.state !== 'available') return { code: 'BAD_STATE' };
  return flight.parcels.every((parcel) => isCarried(parcel, flight.family)) ? undefined : { code: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION' };
}

function stop(input: Input, fault: Pick<BlockInput, 'code' | 'certainty'>): Flight {
  const { context, flight, subnet, route, target } = input;
  const [first] = flight.parcels;
  const block: BlockInput = {
    component: 'vpc-endpoint',
    resource: target.id,
    ...fault,
    evidence: [evidenceAt(target.id), evidenceAt(subnet.routeTable?.id ?? subnet.id, route.row)],
    subject: { subnet: subnet.id, target: target.endpoint.state, ...(first && { destination: formatAddresses(first.now.destination) }) },
  };
  const isService = target.endpoint.type === 'gateway';
  const next = isService ? ({ at: 'landed', where: { kind: 'service', endpoint: target.id, vpc: subnet.vpc } } as const) : towardsAim(flight, subnet);
  return blockAt(context, flight, { block, step: routeStep(subnet, route), next: fault.code === 'VPCE_GATEWAY_PROTOCOL_RESTRICTION' ? NOWHERE : next });
}

/**
 * The route leads to a VPC endpoint: a gateway endpoint hands traffic of its own VPC to its service, under the private
 * address it has (PrivateLink guide, gateway-endpoints). What a Gateway Load Balancer does behind its endpoint is not known.
 */
export function forwardToVpcEndpoint(input: Input): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const fault = findFault(input);
  if (fault) return [stop(input, fault)];
  if (flight.leg === 'reply') return [blockByRoute(context, flight, { subnet, route, code: 'X_RETURN_ROUTE_ASYMMETRIC' })];
  const routed = passOn(flight, { place: NOWHERE, step: routeStep(subnet, route) });
  const step = { step: 'gateway', resource: target.id, detail: { kind: 'gateway', word: 'gateway endpoint' } } as const;
  const passed = passOn(routed, { place: { at: 'landed', where: { kind: 'service', endpoint: target.id, vpc: subnet.vpc } }, step });
  return [{ ...passed, sessions: [...passed.sessions, { kind: 'gateway', gateway: target.id, vpc: subnet.vpc.id }] }];
}
