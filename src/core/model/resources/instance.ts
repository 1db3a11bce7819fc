import { z } from 'zod';
import { commonFields, portField, rowsOf } from '../fields.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * Something that listens. `bindAddress` `127.0.0.1` or `::1` is reachable from the machine itself only; `::` takes IPv4 too
 * unless the socket is `ipv6Only` (ipv6(7), IPV6_V6ONLY).
 */
export const serviceSchema = keepUnknown({
  name: z.string(),
  protocol: z.enum(['tcp', 'udp']),
  port: portField,
  scheme: z.enum(['http', 'https', 'ssh', 'rdp', 'mysql', 'postgresql', 'other']),
  bindAddress: z.string(),
  ipv6Only: z.boolean().optional(),
  running: z.boolean(),
  certificate: z.enum(['valid', 'expired', 'self-signed', 'other-name', 'missing']).optional(),
});
export type Service = z.infer<typeof serviceSchema>;

/**
 * An EC2 instance. Where it stands follows from its network interfaces. `services` is missing when nobody has said what
 * runs (an import), and empty when it is known that nothing does. `role` is the name of the IAM role of its profile.
 * `forwards` says that it passes on what is not meant for it: as a NAT instance, or unchanged, as a router or firewall does.
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
  forwards: z.enum(['nat', 'router']).optional(),
});
export type Instance = z.infer<typeof instanceSchema>;
