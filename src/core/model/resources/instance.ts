import { z } from 'zod';
import { commonFields, portField, rowsOf } from '../fields.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** Something that listens. `bindAddress` `127.0.0.1` or `::1` is reachable from the machine itself only. */
export const serviceSchema = keepUnknown({
  name: z.string(),
  protocol: z.enum(['tcp', 'udp']),
  port: portField,
  scheme: z.enum(['http', 'https', 'ssh', 'rdp', 'mysql', 'postgresql', 'other']),
  bindAddress: z.string(),
  running: z.boolean(),
  certificate: z.enum(['valid', 'expired', 'self-signed', 'other-name', 'missing']).optional(),
});
export type Service = z.infer<typeof serviceSchema>;

/**
 * An EC2 instance. Where it stands follows from its network interfaces. `services` is missing when nobody has said what
 * runs (an import), and empty when it is known that nothing does. `role` is the name of the IAM role of its profile.
 */
export const instanceSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('instance'),
  operatingSystem: z.enum(['amazon-linux-2023', 'amazon-linux-2', 'ubuntu', 'windows', 'other']),
  image: z.string().optional(),
  instanceType: z.string(),
  state: z.enum(['pending', 'running', 'stopping', 'stopped', 'shutting-down', 'terminated']),
  services: rowsOf(serviceSchema).optional(),
  userData: z.string().optional(),
  role: z.string().optional(),
});
export type Instance = z.infer<typeof instanceSchema>;
