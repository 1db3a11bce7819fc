import { containsAddress } from '../address/cidr.ts';
import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import type { Lookup, VpcEntry } from '../lookup/entries.ts';
import type { Reply } from '../model/reply.ts';
import type { Endpoint } from './endpoint.ts';
import { resolveEndpoint } from './resolve-endpoint.ts';

function vpcOf(from: Endpoint): VpcEntry | undefined {
  if (from.kind === 'interfaces') return from.interfaces[0]?.subnet.vpc;
  if (from.kind === 'host') return from.subnet.vpc;
  return from.kind === 'nat-gateway' ? from.natGateway.vpc : undefined;
}

/**
 * Finds the destination of a question as its source sees it: a bare address in a subnet of the source's own VPC is there,
 * whatever other VPC has the same range, because of the local route. Fails as {@link resolveEndpoint} does.
 */
export function resolveDestination(lookup: Lookup, from: Endpoint, text: string): Reply<Endpoint> {
  const vpc = vpcOf(from);
  const address = parseIpv4(text) ?? parseIpv6(text);
  const isNear = vpc !== undefined && address !== undefined && vpc.subnets.some(({ blocks }) => blocks.some((block) => containsAddress(block, address)));
  return resolveEndpoint(lookup, isNear ? `${vpc.id}:${text}` : text, 'destination');
}
