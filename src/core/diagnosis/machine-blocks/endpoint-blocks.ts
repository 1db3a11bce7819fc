import { asResourceId } from '../../model/ids.ts';
import type { Block } from '../../tracing/flight.ts';
import { makeBlock, type MachineInput } from './machine-input.ts';

/** A service behind a gateway endpoint never opens a connection (PrivateLink guide, concepts). */
export function endpointBlocks(input: MachineInput): readonly Block[] {
  const { from } = input;
  if (from.kind !== 'service') return [];
  return [makeBlock(input, { component: 'vpc-endpoint', resource: from.endpoint ?? asResourceId(from.service), code: 'VPCE_INTRA_VPC_TRAFFIC' })];
}
