import { setEndpointRouteTables } from '../../editing/vpc-endpoints.ts';
import type { Fix } from '../../findings/fix.ts';
import { asResourceId } from '../../model/ids.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

/** Puts the VPC's gateway endpoint of the asked service into the route table that lacks it. */
export function fixEndpointRoute(input: FixInput): readonly Fix[] {
  const { lookup, block, to } = input;
  const table = lookup.resource(block.resource);
  if (to.kind !== 'service' || table?.kind !== 'route-table' || block.leg !== 'request') return [];
  const endpoint = lookup.byKind['vpc-endpoint'].find(({ value }) => value.type === 'gateway' && value.vpc === table.vpc && value.service === to.service);
  if (!endpoint) return [];
  const ids = [...endpoint.value.routeTables, asResourceId(block.resource)];
  return fixFrom(setEndpointRouteTables(lookup.design, { vpcEndpoint: endpoint.id, ids }), {
    title: `Put ${lookup.nameOf(endpoint.id)} into ${lookup.nameOf(block.resource)}`,
    effect: `Traffic of every subnet that uses ${lookup.nameOf(block.resource)} to ${to.service} then takes the endpoint.`,
  });
}
