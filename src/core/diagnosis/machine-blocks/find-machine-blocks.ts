import type { Block } from '../../tracing/flight.ts';
import type { MachineInput } from './machine-input.ts';
import { endpointBlocks } from './endpoint-blocks.ts';
import { familyBlocks } from './family-blocks.ts';
import { natBlocks } from './nat-blocks.ts';
import { permissionBlocks } from './permission-blocks.ts';
import { personalNetworkBlocks } from './personal-network-blocks.ts';
import { scriptBlocks } from './script-blocks.ts';
import { serviceBlocks } from './service-blocks.ts';
import { stateBlocks } from './state-blocks.ts';

/** What blocks beside the network: a machine that is off, a service that does not listen, a script, a role, the client's own network. */
export function findMachineBlocks(input: MachineInput): readonly Block[] {
  return [...familyBlocks(input), ...personalNetworkBlocks(input), ...stateBlocks(input), ...natBlocks(input), ...endpointBlocks(input), ...scriptBlocks(input), ...permissionBlocks(input), ...serviceBlocks(input)];
}
