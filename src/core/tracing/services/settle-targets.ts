import type { Block, Flight } from '../flight.ts';
import type { Outcome } from '../round-trip.ts';
import { isLoopbackBlock } from './judge-loopback.ts';
import type { Forwarding, LegOutcome, TargetLeg } from './forward-to-targets.ts';

/** An outcome up to a load balancer, and the way on from there. */
export interface Front {
  readonly outcome: Outcome;
  readonly forwarding: Forwarding | undefined;
  /** Who asked whom, so that the nodes of a load balancer that one sender may meet are judged together. */
  readonly group: string;
}

type Fate = 'passes' | 'partly' | 'unknown' | 'fails';

function fateOf({ outcomes }: TargetLeg): Fate {
  const passing = outcomes.filter(({ blocks }) => blocks.length === 0).length;
  if (passing > 0) return passing === outcomes.length ? 'passes' : 'partly';
  return outcomes.every(({ blocks }) => blocks.every(({ certainty }) => certainty === 'unknown')) ? 'unknown' : 'fails';
}

/** The path that is told: there through the node to the target, and back. */
function through(front: Outcome, leg: LegOutcome | undefined, blocks: readonly Block[]): Outcome {
  if (!leg) return { ...front, blocks: [...front.blocks, ...blocks] };
  return {
    ...front,
    request: { ...front.request, steps: [...front.request.steps, ...leg.request.steps] },
    reply: front.reply && { ...front.reply, steps: [...(leg.reply?.steps ?? []), ...front.reply.steps] },
    blocks: [...front.blocks, ...blocks],
  };
}

const blocksOf = (legs: readonly TargetLeg[]): readonly Block[] => legs.flatMap(({ outcomes }) => outcomes.flatMap(({ blocks }) => blocks));

const firstOf = (legs: readonly TargetLeg[], fate: Fate): LegOutcome | undefined => legs.find((leg) => fateOf(leg) === fate)?.outcomes.find(({ blocks }) => blocks.length === 0 || fate === 'fails' || fate === 'unknown');

/** A target that would be asked by itself is healthy and stays in turn, so that part of its own requests come back to it. */
function loopedBack(front: Outcome, legs: readonly TargetLeg[]): readonly Outcome[] {
  const looped = legs.flatMap(({ outcomes }) => outcomes.filter(({ blocks }) => blocks.length > 0 && blocks.every(isLoopbackBlock)));
  return looped.map((leg) => through(front, leg, leg.blocks));
}

/** One target that passes is enough; one that passes in part makes it a matter of luck; one that is not known leaves it open. */
function settleFront(front: Outcome, forwarding: Forwarding, best: Fate): readonly Outcome[] {
  const { legs } = forwarding;
  const told = { ...front, forwarding };
  switch (best) {
    case 'passes':
      return [through(told, firstOf(legs, 'passes'), []), ...loopedBack(told, legs)];
    case 'partly': {
      const partly = legs.filter((leg) => fateOf(leg) === 'partly');
      return [through(told, firstOf(legs, 'partly'), []), through(told, partly[0]?.outcomes.find(({ blocks }) => blocks.length > 0), blocksOf(partly))];
    }
    case 'unknown':
      return [through(told, firstOf(legs, 'unknown'), [...blocksOf(legs.filter((leg) => fateOf(leg) === 'unknown')), ...forwarding.blocks.filter(({ certainty }) => certainty === 'unknown')])];
    case 'fails':
      return [through(told, firstOf(legs, 'fails'), [...blocksOf(legs), ...forwarding.blocks])];
  }
}

const ORDER: readonly Fate[] = ['passes', 'partly', 'unknown', 'fails'];

function bestOf(forwardings: readonly Forwarding[]): Fate {
  const fates = new Set(forwardings.flatMap(({ legs }) => legs.map(fateOf)));
  if (forwardings.some(({ blocks }) => blocks.some(({ certainty }) => certainty === 'unknown'))) fates.add('unknown');
  return ORDER.find((fate) => fates.has(fate)) ?? 'fails';
}

/** The key of a sender's traffic to one listener. */
export const groupOf = (request: Flight, origin: string): string => `${origin} ${request.family}`;

/**
 * The outcomes with what lies behind load balancers: a node whose targets cannot be reached is taken out of the name's
 * addresses, so that the targets of all nodes count together (Network Load Balancers guide, DNS failover).
 */
export function settleTargets(fronts: readonly Front[]): readonly Outcome[] {
  const groups = new Map<string, Forwarding[]>();
  const keyOf = ({ forwarding, group }: Front): string => `${forwarding?.loadBalancer ?? ''} ${forwarding?.listener ?? ''} ${group}`;
  for (const front of fronts) if (front.forwarding) groups.set(keyOf(front), [...(groups.get(keyOf(front)) ?? []), front.forwarding]);
  if (groups.size === 0) return fronts.map(({ outcome }) => outcome);
  const best = new Map([...groups].map(([key, forwardings]) => [key, bestOf(forwardings)]));
  return fronts.flatMap((front) => (front.forwarding ? settleFront(front.outcome, front.forwarding, best.get(keyOf(front)) ?? 'fails') : [front.outcome]));
}
