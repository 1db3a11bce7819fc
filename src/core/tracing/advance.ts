import { formatAddress } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { publicIpv4, publicIpv6 } from '../address/special-ranges.ts';
import type { BlockerComponent, HopStep } from '../findings/diagnosis.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Lookup, SubnetEntry } from '../lookup/entries.ts';
import { isStandInAddress, wordsOfStandIn } from '../lookup/stand-in-addresses.ts';
import { asResourceId } from '../model/ids.ts';
import type { Block, BlockSubject, Flight, Place, StepDetail, TracedParcel, TraceStep } from './flight.ts';

/**
 * How a walk goes on after something blocks. `strict` ends there, as the packet does. `persist` notes it and goes on
 * towards the aim, so that every blocker is found. Both are the same walk: with nothing noted they are equal.
 */
export type Policy = 'strict' | 'persist';

export interface TraceContext {
  readonly lookup: Lookup;
  readonly policy: Policy;
}

export const NOWHERE: Place = { at: 'landed', where: { kind: 'nowhere' } };

/** More than anybody holds: what is left of IPv6 beside the blocks of a VPC. */
const MOST_OF_IPV6 = 1n << 120n;

const isPartOfInternet = (start: Interval[0], end: Interval[1]): boolean =>
  publicIpv4.some((interval) => interval[0] === start && interval[1] === end) ||
  publicIpv6.some((interval) => (interval[0] === start || interval[1] === end) && BigInt(end) - BigInt(start) >= MOST_OF_IPV6);

/** Text of an interval of addresses: one address, the first and the last, or, for a whole part of it, the internet. */
export function formatAddresses([start, end]: Interval): string {
  if (isPartOfInternet(start, end)) return 'the internet';
  if (isStandInAddress(start)) return wordsOfStandIn(start);
  const last = typeof end === 'number' ? end - 1 : end - 1n;
  return start === last ? formatAddress(start) : `${formatAddress(start)}–${formatAddress(last)}`;
}

/** Where a flight's first parcel is going; empty when it carries none. */
export const formatDestination = ({ parcels: [first] }: Pick<Flight, 'parcels'>): string => (first ? formatAddresses(first.now.destination) : '');

/** Evidence for a resource and, where one decided, its row. */
export function evidenceAt(resource: string, row?: string, direction?: Evidence['direction']): Evidence {
  if (row === undefined) return { at: asResourceId(resource) };
  return direction === undefined ? { at: asResourceId(resource), row } : { at: asResourceId(resource), row, direction };
}

const directionOf = (detail: StepDetail): Evidence['direction'] => ('direction' in detail ? detail.direction : undefined);

export interface StepInput {
  readonly step: HopStep;
  readonly resource: string;
  readonly row?: string | undefined;
  readonly detail: StepDetail;
}

const makeStep = (input: StepInput, passed: boolean): TraceStep => ({
  step: input.step,
  resource: input.resource,
  passed,
  evidence: evidenceAt(input.resource, input.row, directionOf(input.detail)),
  detail: input.detail,
});

/** Traffic goes on to a place, with one more step behind it. */
export function passOn(flight: Flight, to: { readonly place: Place; readonly step?: StepInput; readonly parcels?: readonly TracedParcel[] }): Flight {
  return {
    ...flight,
    place: to.place,
    parcels: to.parcels ?? flight.parcels,
    steps: to.step ? [...flight.steps, makeStep(to.step, true)] : flight.steps,
  };
}

export interface BlockInput {
  readonly component: BlockerComponent;
  readonly resource: string;
  readonly row?: string | undefined;
  readonly code: string;
  readonly certainty?: 'unknown' | undefined;
  /** Further places that decided, beside the resource and its row. */
  readonly evidence?: readonly Evidence[] | undefined;
  readonly subject?: BlockSubject | undefined;
}

const LACKED_ALIKE: ReadonlySet<BlockerComponent> = new Set(['public-ip', 'internet-gateway', 'vpn-gateway', 'block-public-access']);

const isSameBlock = (a: Block, b: BlockInput): boolean => a.component === b.component && a.resource === b.resource && (LACKED_ALIKE.has(b.component) || (b.code === 'X_NO_VPN_CONNECTION' && a.code === b.code));

function makeBlock(flight: Flight, input: BlockInput, parcels: readonly TracedParcel[]): Block | undefined {
  const [first] = parcels;
  // What request and reply lack alike (an address, a gateway) is one blocker, not two.
  if (!first || flight.blocks.some((block) => isSameBlock(block, input))) return undefined;
  return {
    leg: flight.leg,
    component: input.component,
    resource: input.resource,
    row: input.row,
    code: input.code,
    certainty: input.certainty ?? 'certain',
    evidence: input.evidence ?? [evidenceAt(input.resource, input.row)],
    subject: input.subject ?? {},
    traffic: first.now,
  };
}

/** Something blocks traffic: it is noted, and the walk ends there or goes on at `next`, as the policy says. */
export function blockAt(
  context: TraceContext,
  flight: Flight,
  stop: { readonly block: BlockInput; readonly step?: StepInput; readonly next: Place; readonly parcels?: readonly TracedParcel[] },
): Flight {
  const parcels = stop.parcels ?? flight.parcels;
  const block = makeBlock(flight, stop.block, parcels);
  const step: StepInput = stop.step ?? { step: 'gateway', resource: stop.block.resource, row: stop.block.row, detail: { kind: 'gateway', word: stop.block.component } };
  return {
    ...flight,
    parcels,
    steps: [...flight.steps, makeStep(step, false)],
    blocks: block ? [...flight.blocks, block] : flight.blocks,
    place: context.policy === 'persist' ? stop.next : NOWHERE,
  };
}

const isDestinationOf = (flight: Flight, addresses: readonly { readonly address: number | bigint }[]): boolean =>
  flight.parcels.every(({ now }) => addresses.length === 0 || addresses.some(({ address }) => address >= now.destination[0] && address < now.destination[1]));

/** Where a persistent walk goes on after the way itself is missing: straight to whom the traffic is meant for. */
export function towardsAim(flight: Flight, from: SubnetEntry | undefined): Place {
  const { aim } = flight;
  switch (aim.kind) {
    case 'interface': {
      const { subnet } = aim.interface;
      return isDestinationOf(flight, aim.interface.addresses) ? { at: 'subnet-in', subnet, isCrossed: subnet !== from } : NOWHERE;
    }
    case 'host':
      return { at: 'subnet-in', subnet: aim.subnet, isCrossed: aim.subnet !== from };
    case 'on-premises':
      return { at: 'landed', where: { kind: 'on-premises', gateway: aim.gateway } };
    case 'internet':
    case 'service':
    case 'nat-gateway':
    case 'address':
      return NOWHERE;
  }
}

/** Whether the request came into this VPC through this gateway, so that its reply has to leave by it. */
export function cameThrough(flight: Flight, vpc: string, gateway: string): boolean {
  return flight.sessions.some((session) => session.kind === 'gateway' && session.vpc === vpc && session.gateway === gateway);
}
