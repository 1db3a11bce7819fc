import { UDP } from '../../address/protocol.ts';
import type { Interval } from '../../address/interval.ts';
import type { Block } from '../flight.ts';
import type { Start } from '../start-flights.ts';
import type { ListenerTarget } from './find-targets.ts';

/** The code of a request that a load balancer hands back to the address it came from. */
export const LOOPBACK = 'X_NAT_LOOPBACK';

const isSame = (one: Interval, other: Interval): boolean => one[0] === other[0] && one[1] === other[1];

/**
 * Whether a target would be asked by its own address: a load balancer that keeps the client's address hands the request back
 * to the machine that made it, and no connection from an address to itself comes about over the network (Network Load
 * Balancers guide, load-balancer-troubleshooting, "Connections time out for requests from a target to its load balancer").
 */
export const isLoopback = (target: ListenerTarget, starts: readonly Start[]): boolean =>
  target.keepsClient && starts.some(({ flight }) => flight.parcels.some(({ now }) => isSame(now.source, now.destination)));

/** Whether only some connections fail so: the others are handed to another target. */
export const isLoopbackBlock = ({ code }: Pick<Block, 'code'>): boolean => code === LOOPBACK;

/** Whether keeping the client's address can be turned off: not for UDP (edit-target-group-attributes). */
export const mayDropClient = ({ traffic }: Block): boolean => traffic.protocol[0] !== UDP;
