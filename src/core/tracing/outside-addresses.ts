import { rangeOf } from '../address/cidr.ts';
import { fromIntervals, subtract } from '../address/interval-set.ts';
import type { Interval } from '../address/interval.ts';
import { publicIpv4, publicIpv6 } from '../address/special-ranges.ts';
import type { Family } from '../filtering/rule-match.ts';
import type { VpcEntry } from '../lookup/entries.ts';
import type { Endpoint } from './endpoint.ts';

function vpcsOf(endpoint: Endpoint): readonly VpcEntry[] {
  if (endpoint.kind === 'interfaces') return [...new Set(endpoint.interfaces.map(({ subnet }) => subnet.vpc))];
  return endpoint.kind === 'host' ? [endpoint.subnet.vpc] : [];
}

const isWide = (range: Interval): range is Interval<bigint> => typeof range[0] === 'bigint';

/** The IPv6 blocks of a VPC. They are public addresses, and yet inside. */
export const ownIpv6Of = ({ blocks }: Pick<VpcEntry, 'blocks'>): readonly Interval<bigint>[] => blocks.filter(({ family }) => family === 6).map((block) => rangeOf(block)).filter(isWide);

/** Every address that a machine on the internet can have, as seen from one end: those of the end's own VPC are not out there. */
export function outsideOf(endpoint: Endpoint, family: Family): readonly Interval[] {
  if (family === 4) return publicIpv4;
  const own = vpcsOf(endpoint).flatMap(ownIpv6Of);
  return own.length === 0 ? publicIpv6 : subtract(publicIpv6, fromIntervals(own));
}
