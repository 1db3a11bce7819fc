import { UDP, TCP } from '../../address/protocol.ts';
import { isIcmp } from '../../address/protocol.ts';
import type { InterfaceEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Listener, LoadBalancer } from '../../model/resources/index.ts';
import { blockAt, evidenceAt, passOn, type BlockInput, type TraceContext } from '../advance.ts';
import type { Flight, TracedParcel } from '../flight.ts';
import { splitByPort } from '../split-parcels.ts';

const USABLE = new Set(['active', 'active_impaired']);
const PROTOCOLS: Readonly<Record<string, readonly number[]>> = { UDP: [UDP], QUIC: [UDP], TCP_UDP: [TCP, UDP], TCP_QUIC: [TCP, UDP] };

/** The protocols of IP that a listener takes; what is no UDP is TCP underneath. */
const protocolsOf = ({ protocol }: Listener): readonly number[] => PROTOCOLS[protocol] ?? [TCP];

const CODES = {
  classic: { port: 'ELB_LISTENER_PORT_RESTRICTION', none: 'ELB_LISTENERS_MISMATCH' },
  other: { port: 'ELBV2_LISTENER_PORT_RESTRICTION', none: 'ELBV2_LISTENERS_MISMATCH' },
} as const;

interface AtNode {
  readonly context: TraceContext;
  readonly id: ResourceId;
  readonly balancer: LoadBalancer;
}

function mismatch({ id, balancer }: AtNode, protocol: number): BlockInput {
  const fitting = Object.entries(balancer.listeners).filter(([, listener]) => protocolsOf(listener).includes(protocol));
  const [only] = fitting;
  const isOne = fitting.length === 1 && only !== undefined;
  return {
    component: 'load-balancer',
    resource: id,
    row: isOne ? only[0] : undefined,
    code: CODES[balancer.type === 'classic' ? 'classic' : 'other'][isOne ? 'port' : 'none'],
    subject: { destination: [...new Set(Object.values(balancer.listeners).map((listener) => `${listener.protocol} ${listener.port}`))].join(', ') },
  };
}

function stop(at: AtNode, flight: Flight, given: { readonly block: BlockInput; readonly parcels: readonly TracedParcel[] }): Flight {
  const step = { step: 'gateway', resource: at.id, row: given.block.row, detail: { kind: 'gateway', word: 'load balancer' } } as const;
  return blockAt(at.context, flight, { block: given.block, step, next: flight.place, parcels: given.parcels });
}

function takeByListeners(at: AtNode, flight: Flight, protocol: number): readonly Flight[] {
  const flights: Flight[] = [];
  let rest = flight.parcels;
  for (const [row, listener] of Object.entries(at.balancer.listeners)) {
    if (!protocolsOf(listener).includes(protocol)) continue;
    const { inside, outside } = splitByPort(flight, rest, [listener.port, listener.port + 1]);
    rest = outside;
    if (inside.length === 0) continue;
    const step = { step: 'gateway', resource: at.id, row, detail: { kind: 'gateway', word: `listener ${listener.protocol} ${listener.port}` } } as const;
    const taken = passOn(flight, { place: flight.place, step, parcels: inside });
    flights.push({ ...taken, sessions: [...taken.sessions, { kind: 'listener', loadBalancer: at.id, row }] });
  }
  return rest.length === 0 ? flights : [...flights, stop(at, flight, { block: mismatch(at, protocol), parcels: rest })];
}

function findFault({ id, balancer }: AtNode): BlockInput | undefined {
  const block = (code: string, certainty?: 'unknown'): BlockInput => ({ component: 'load-balancer', resource: id, code, certainty, subject: { target: balancer.state }, evidence: [evidenceAt(id)] });
  if (!USABLE.has(balancer.state)) return block('BAD_STATE');
  if (balancer.type === 'gateway') return block('PATH_THROUGH_GWLB_NOT_CHECKED', 'unknown');
  return balancer.listenersKnown === false && Object.keys(balancer.listeners).length === 0 ? block('X_LISTENERS_NOT_KNOWN', 'unknown') : undefined;
}

/**
 * Traffic stands at a node of a load balancer: a listener takes it, or nothing does. An Application or Classic Load Balancer
 * answers pings itself, where its groups admit them (Application Load Balancers guide, load-balancer-update-security-groups).
 */
export function takeByListener(context: TraceContext, flight: Flight, given: { readonly entry: InterfaceEntry; readonly id: ResourceId; readonly balancer: LoadBalancer }): readonly Flight[] {
  const at: AtNode = { context, id: given.id, balancer: given.balancer };
  const fault = findFault(at);
  if (fault) return [stop(at, flight, { block: fault, parcels: flight.parcels })];
  const protocol = flight.parcels[0]?.now.protocol ?? [0, 0];
  const isOne = protocol[1] - protocol[0] === 1;
  if (isOne && isIcmp(protocol[0]) && at.balancer.type !== 'network') return [flight];
  if (isOne && (protocol[0] === TCP || protocol[0] === UDP)) return takeByListeners(at, flight, protocol[0]);
  return [stop(at, flight, { block: { component: 'load-balancer', resource: at.id, code: 'PROTOCOL_RESTRICTION' }, parcels: flight.parcels })];
}
