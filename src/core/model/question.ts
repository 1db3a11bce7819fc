import { z } from 'zod';
import { portField, protocolField } from './fields.ts';
import { keepUnknown } from './keep-unknown.ts';

const MAXIMUM_BYTE = 255;
/** Who opens the connection; it decides which ephemeral source ports replies go back to. */
export const clientClasses = ['linux', 'windows', 'nat', 'elb', 'lambda', 'any'] as const;
export type ClientClass = (typeof clientClasses)[number];

export const symptoms = ['timeout', 'refused', 'tls', 'denied', 'partial'] as const;
export type Symptom = (typeof symptoms)[number];

/**
 * Who wants to reach whom. An endpoint is `internet`, `internet:203.0.113.7`, a resource id, a unique name, a private
 * address (`10.0.1.5`, or `vpc-…:10.0.1.5`), a CIDR, or `onprem:GATEWAY:10.9.8.7`.
 */
export const questionSchema = keepUnknown({
  from: z.string().min(1),
  to: z.string().min(1),
  protocol: protocolField.optional(),
  port: portField.optional(),
  sourcePort: portField.optional(),
  icmpType: z.number().int().min(0).max(MAXIMUM_BYTE).optional(),
  icmpCode: z.number().int().min(0).max(MAXIMUM_BYTE).optional(),
  client: z.enum(clientClasses).optional(),
  scheme: z.enum(['http', 'https']).optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const verdicts = ['reachable', 'blocked', 'ambiguous', 'undetermined'] as const;
export type Verdict = (typeof verdicts)[number];
