import { z } from 'zod';
import { parseCidr } from '../address/cidr.ts';
import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import { resourceIdSchema, rowIdSchema } from './ids.ts';
import { keepUnknown } from './keep-unknown.ts';

/** A CIDR block in canonical text; host bits are cleared on reading, as AWS does (VPC User Guide, vpc-cidr-blocks). */
export const cidrField = z.string().transform((text, context): string => {
  const parsed = parseCidr(text);
  if (parsed.ok) return parsed.canonical;
  context.addIssue({ code: 'custom', message: parsed.problem });
  return z.NEVER;
});

const isCidrOfFamily = (text: string, family: 4 | 6): boolean => {
  const parsed = parseCidr(text);
  return parsed.ok && parsed.cidr.family === family;
};
export const ipv4CidrField = cidrField.refine((text) => isCidrOfFamily(text, 4), 'is not an IPv4 block');
export const ipv6CidrField = cidrField.refine((text) => isCidrOfFamily(text, 6), 'is not an IPv6 block');

export const ipv4Field = z.string().refine((text) => parseIpv4(text) !== undefined, 'is not an IPv4 address');
export const ipv6Field = z.string().refine((text) => parseIpv6(text) !== undefined, 'is not an IPv6 address');

const MAXIMUM_PORT = 65535;
const MAXIMUM_BYTE = 255;
/** TCP or UDP port, 0–65535. */
export const portField = z.number().int().min(0).max(MAXIMUM_PORT);
/** `all`, one of the four words, or a number of IANA's protocol registry. */
export const protocolField = z.union([z.enum(['all', 'tcp', 'udp', 'icmp', 'icmpv6']), z.number().int().min(0).max(MAXIMUM_BYTE)]);
export type Protocol = z.infer<typeof protocolField>;

/** What every resource has. */
export const commonFields = {
  name: z.string(),
  account: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  note: z.string().optional(),
};

export const resourceIdList = z.array(resourceIdSchema);

/** Rows keyed by id, so that a patch names a row and never a position. */
export const rowsOf = <Row extends z.ZodType>(row: Row): z.ZodRecord<typeof rowIdSchema, Row> => z.record(rowIdSchema, row);

const icmpNumber = z.number().int().min(0).max(MAXIMUM_BYTE);
/** The traffic half of a rule. Without ports: all ports; without ICMP type or code: all of them. */
export const trafficFields = {
  protocol: protocolField,
  fromPort: portField.optional(),
  toPort: portField.optional(),
  icmpType: icmpNumber.optional(),
  icmpCode: icmpNumber.optional(),
};
export const ruleTrafficSchema = keepUnknown(trafficFields);
export type RuleTraffic = z.infer<typeof ruleTrafficSchema>;
