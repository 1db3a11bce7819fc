import type { Block } from '../../tracing/flight.ts';
import { askedPort, makeBlock, type MachineInput } from './machine-input.ts';

/** What the client's own network does not let out. */
export function personalNetworkBlocks(input: MachineInput): readonly Block[] {
  const { from } = input;
  const client = from.kind === 'client' ? from : from.kind === 'on-premises' ? from.client : undefined;
  const asked = askedPort(input);
  if (!client || !asked) return [];
  const row = Object.entries(client.client.blockedPorts).find(([, blocked]) => blocked.protocol === asked.protocol && blocked.fromPort <= asked.port && asked.port <= blocked.toPort);
  return row ? [makeBlock(input, { component: 'personal-network', resource: client.id, code: 'X_CLIENT_EGRESS_FIREWALL', row: row[0] })] : [];
}
