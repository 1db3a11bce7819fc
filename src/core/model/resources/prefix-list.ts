import { z } from 'zod';
import { cidrField, commonFields, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

export const prefixListEntrySchema = keepUnknown({ cidr: cidrField, description: z.string().optional() });
export type PrefixListEntry = z.infer<typeof prefixListEntrySchema>;

/**
 * A managed prefix list: blocks that routes and rules name together. Without `entries` it is not known what it holds. One
 * of AWS's own (`owner` is `AWS`) has no `maximumEntries` (VPC User Guide, managed-prefix-lists).
 */
export const prefixListSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('prefix-list'),
  region: resourceIdSchema.optional(),
  family: z.enum(['ipv4', 'ipv6']).optional(),
  owner: z.string().optional(),
  maximumEntries: z.number().int().min(1).optional(),
  entries: rowsOf(prefixListEntrySchema).optional(),
});
export type PrefixList = z.infer<typeof prefixListSchema>;
