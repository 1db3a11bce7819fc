import type { Cidr4, Cidr6 } from '../address/cidr.ts';
import { addressCount, parseCidr } from '../address/cidr.ts';
import { isSubnetSize, isVpcSize } from '../aws/subnet-sizes.ts';
import { withCommas } from './nouns.ts';
import { refuse } from './refusal.ts';

/** Reads an IPv4 block of a size AWS allows for a VPC or a subnet, which is /16 to /28; refuses the rest with the reason. */
export function readIpv4Block(text: string, use: 'VPC' | 'subnet'): { readonly cidr: Cidr4; readonly text: string } {
  const parsed = parseCidr(text);
  if (!parsed.ok) return refuse(parsed.problem);
  const { cidr, canonical } = parsed;
  if (cidr.family !== 4) return refuse(`${canonical} is an IPv6 block; an IPv4 block such as 10.0.0.0/16 is wanted.`);
  const isAllowed = use === 'VPC' ? isVpcSize(4, cidr.prefixLength) : isSubnetSize(4, cidr.prefixLength);
  if (!isAllowed) refuse(`${canonical} has ${withCommas(addressCount(cidr))} addresses; a ${use} has a block of /16 to /28.`);
  return { cidr, text: canonical };
}

/** Reads an IPv6 block of a size AWS allows for a VPC or a subnet. */
export function readIpv6Block(text: string, use: 'VPC' | 'subnet'): { readonly cidr: Cidr6; readonly text: string } {
  const parsed = parseCidr(text);
  if (!parsed.ok) return refuse(parsed.problem);
  const { cidr, canonical } = parsed;
  if (cidr.family !== 6) return refuse(`${canonical} is an IPv4 block; an IPv6 block such as 2001:db8::/56 is wanted.`);
  const isAllowed = use === 'VPC' ? isVpcSize(6, cidr.prefixLength) : isSubnetSize(6, cidr.prefixLength);
  if (!isAllowed) refuse(`${canonical} is no size AWS gives to a ${use}: ${use === 'VPC' ? '/44 to /60' : '/44 to /64'} in steps of four.`);
  return { cidr, text: canonical };
}

/** Reads any block, of either family. */
export function readBlock(text: string): string {
  const parsed = parseCidr(text);
  return parsed.ok ? parsed.canonical : refuse(parsed.problem);
}
