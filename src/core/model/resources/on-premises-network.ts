import { z } from 'zod';
import { cidrField, commonFields, rowsOf } from '../fields.ts';
import { blockedPortsSchema } from './client.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * A network that is not AWS's: an office or a data centre, with the blocks it uses. `blockedPorts` are destination ports
 * its firewall lets none of its machines out to.
 */
export const onPremisesNetworkSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('on-premises-network'),
  cidrs: rowsOf(keepUnknown({ cidr: cidrField })),
  blockedPorts: rowsOf(blockedPortsSchema).optional(),
});
export type OnPremisesNetwork = z.infer<typeof onPremisesNetworkSchema>;
