import { lacksCommonFamily } from '../../tracing/start-flights.ts';
import type { Block } from '../../tracing/flight.ts';
import { makeBlock, type MachineInput } from './machine-input.ts';

/** A NAT gateway whose addresses are not known was asked for: as a target it accepts nothing; what it opens is not known. */
export function natBlocks(input: MachineInput): readonly Block[] {
  if (input.outcomes.length > 0) return [];
  if (input.to.kind === 'nat-gateway') return [makeBlock(input, { component: 'nat-gateway', resource: input.to.natGateway.id, code: 'X_NAT_NO_INBOUND' })];
  if (input.from.kind !== 'nat-gateway' || lacksCommonFamily(input.from, input.to)) return [];
  return [{ ...makeBlock(input, { component: 'nat-gateway', resource: input.from.natGateway.id, code: 'X_NO_ADDRESS' }), certainty: 'unknown' }];
}
