import { z } from 'zod';
import { commonFields, ipv4Field, ipv6Field, portField, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** Destination ports that a firewall does not let out. */
export const blockedPortsSchema = keepUnknown({ protocol: z.enum(['tcp', 'udp']), fromPort: portField, toPort: portField });

/**
 * A client machine: on the internet (its address is the public one the world sees), or inside the on-premises network
 * `network`. `blockedPorts` are destination ports its own network does not let out. `formerAddresses` are those it had
 * before its provider gave it another one. With `proxyAddress` it reaches the internet through a web proxy alone, under
 * that address and on TCP 80 and 443.
 */
export const clientSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('client'),
  network: resourceIdSchema.optional(),
  address: ipv4Field.optional(),
  ipv6Address: ipv6Field.optional(),
  formerAddresses: rowsOf(keepUnknown({ address: ipv4Field })).optional(),
  proxyAddress: ipv4Field.optional(),
  operatingSystem: z.enum(['linux', 'windows', 'macos', 'other']),
  blockedPorts: rowsOf(blockedPortsSchema),
});
export type Client = z.infer<typeof clientSchema>;
