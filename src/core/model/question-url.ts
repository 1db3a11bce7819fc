import { parseIpv4 } from '../address/ipv4.ts';
import type { Question } from './question.ts';

const URL_PATTERN = /^(https?):\/\/(\[[0-9a-f:.]+\]|[^\s/:?#[\]]+)(?::(\d{1,5}))?(?:[/?#]\S*)?$/i;
const PORTS = { http: 80, https: 443 } as const;
const HIGHEST_PORT = 65_535;

/**
 * The address in a DNS name that EC2 gives: `ec2-203-0-113-25.compute-1.amazonaws.com`, `ip-10-0-1-5.ec2.internal`
 * (VPC User Guide, vpc-dns: DNS hostnames). https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
 */
function addressInName(host: string): string | undefined {
  const [, dashed] = /^(?:ec2|ip)-(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})\.(?:[a-z0-9.-]+\.)?(?:amazonaws\.com(?:\.cn)?|internal)$/i.exec(host) ?? [];
  const address = dashed?.replaceAll('-', '.');
  return address !== undefined && parseIpv4(address) !== undefined ? address : undefined;
}

/** What a web address says of a question: whom it is for, the scheme and the port. */
export interface AskedPage {
  readonly to: string;
  readonly scheme: NonNullable<Question['scheme']>;
  readonly port: number;
}

/** Reads `https://NAME-OR-ADDRESS:PORT/…`; undefined where the text is no web address. */
export function readPageUrl(text: string): AskedPage | undefined {
  const [, word = '', host = '', portText] = URL_PATTERN.exec(text.trim()) ?? [];
  const scheme = word.toLowerCase();
  if ((scheme !== 'http' && scheme !== 'https') || host === '') return undefined;
  const port = portText === undefined ? PORTS[scheme] : Number(portText);
  if (port > HIGHEST_PORT) return undefined;
  const bare = host.replace(/^\[|\]$/g, '');
  return { to: addressInName(bare) ?? bare, scheme, port };
}

/** A question whose `to` is a web address, as one about its host: the address says protocol, port and scheme. */
export function withPageOf(question: Question): Question {
  const page = readPageUrl(question.to);
  return page ? { ...question, protocol: 'tcp', ...page } : question;
}
