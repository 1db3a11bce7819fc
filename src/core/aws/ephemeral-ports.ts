import { portRange } from '../address/ports.ts';
import type { Interval } from '../address/interval.ts';
import { documentation } from './documentation-links.ts';

/** Who opens a connection; it decides which source ports it uses, and so which ports replies go back to. */
export type EphemeralClient = 'linux' | 'windows' | 'nat' | 'elb' | 'lambda' | 'any';

export interface EphemeralPorts {
  readonly id: EphemeralClient;
  readonly name: string;
  /** Half-open, as all port intervals are. */
  readonly ports: Interval<number>;
  readonly firstPort: number;
  readonly lastPort: number;
  readonly note?: string;
  readonly source: string;
}

const range = (
  id: EphemeralClient,
  name: string,
  { first, last, note }: { readonly first: number; readonly last: number; readonly note?: string },
): EphemeralPorts => ({
  id,
  name,
  ports: portRange(first, last),
  firstPort: first,
  lastPort: last,
  ...(note === undefined ? {} : { note }),
  source: documentation.networkAclEphemeralPorts,
});

/**
 * The ports a client of each class opens connections from. AWS's page gives 32768–61000 for Linux; the kernel's own
 * default ends at 60999 (https://docs.kernel.org/networking/ip-sysctl.html, ip_local_port_range), which is used here.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html#nacl-ephemeral-ports
 */
export const ephemeralPorts: Readonly<Record<EphemeralClient, EphemeralPorts>> = {
  linux: range('linux', 'Linux', { first: 32_768, last: 60_999, note: "AWS's page says 61000, the kernel's default is 60999." }),
  windows: range('windows', 'Windows', { first: 49_152, last: 65_535, note: 'Windows Server 2008 and later.' }),
  nat: range('nat', 'NAT gateway', { first: 1024, last: 65_535 }),
  elb: range('elb', 'Elastic Load Balancing', { first: 1024, last: 65_535 }),
  lambda: range('lambda', 'AWS Lambda', { first: 1024, last: 65_535 }),
  any: range('any', 'Any client', { first: 1024, last: 65_535, note: 'What to open when clients are not known.' }),
};
