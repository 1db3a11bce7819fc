import { z } from 'zod';
import { cidrField, commonFields } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * One of the two VPCs of a peering. `vpc` may belong to another account and then not be in the design; `cidrs` are its
 * blocks as AWS told them (IPv4 and IPv6), `region` is the code. `dnsResolution`: whether the other side's queries for
 * public names of this side's instances answer their private addresses (Peering Guide, modify-peering-connections).
 */
export const peeringSideSchema = keepUnknown({
  vpc: resourceIdSchema.optional(),
  account: z.string().optional(),
  region: z.string().optional(),
  cidrs: z.array(cidrField),
  dnsResolution: z.boolean().optional(),
});
export type PeeringSide = z.infer<typeof peeringSideSchema>;

/** The states of a peering's life (Peering Guide, vpc-peering-basics); it carries traffic in one of them only. */
export const peeringStates = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'active',
  'failed',
  'expired',
  'rejected',
  'deleting',
  'deleted',
] as const;

/** A VPC peering connection. The requester asked for it, the accepter's owner has to accept it. */
export const vpcPeeringConnectionSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('vpc-peering-connection'),
  requester: peeringSideSchema,
  accepter: peeringSideSchema,
  state: z.enum(peeringStates),
});
export type VpcPeeringConnection = z.infer<typeof vpcPeeringConnectionSchema>;
