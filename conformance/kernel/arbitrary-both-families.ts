import fc from 'fast-check';
import type { Design } from '@core/model/design.ts';
import { asResourceId, asRowId } from '@core/model/ids.ts';
import type { Resource } from '@core/model/resources/index.ts';
import { aclRules, groupRules, routes } from '@core/testing/design-builder.ts';
import { arbitraryDualStackDesign } from '@core/testing/dual-stack-designs.ts';
import { EdgeDesignBuilder } from '@core/testing/edge-design-builder.ts';

const FAR_BLOCK = '2001:db8:2:200::/56';
const NEAR_BLOCK = '2001:db8:1:100::/56';
const FAR_SUBNET = '2001:db8:2:201::/64';

const toFar = fc.constantFrom<readonly string[]>([], [`${FAR_BLOCK} -> pcx-1`], [`${FAR_BLOCK} -> tgw-1`], [`${FAR_SUBNET} -> pcx-1`]);
const fromFar = fc.constantFrom<readonly string[]>([], [`${NEAR_BLOCK} -> pcx-1`], [`${NEAR_BLOCK} -> pcx-1`, '::/0 -> igw-2'], [`${NEAR_BLOCK} -> tgw-1`], ['2001:db8:1:101::/64 -> pcx-1', `${NEAR_BLOCK} -> tgw-1`]);
const farGroup = fc.constantFrom<readonly string[]>(['all from ::/0'], ['all from ::/0'], [`tcp from ${NEAR_BLOCK}`], ['icmpv6 from ::/0', 'tcp 443 from ::/0'], ['all from sg-a'], []);
const nearRule = fc.constantFrom<readonly string[]>([], [`all from ${FAR_BLOCK}`], ['icmpv6 from ::/0'], ['all from sg-far']);
const recipe = fc.record({ ways: fc.tuple(toFar, toFar, toFar), back: fromFar, farGroup, nearRules: fc.tuple(nearRule, nearRule), isFarOpen: fc.constantFrom(true, true, true, false) });
type Recipe = typeof recipe extends fc.Arbitrary<infer Made> ? Made : never;

/** What no namespace stands for yet: tables of gateways, machines that pass traffic on, regional NAT gateways, Block Public Access. */
function withoutUncompared(resource: Resource): readonly Resource[] {
  if (resource.kind === 'nat-gateway' && resource.availability === 'regional') return [];
  if (resource.kind === 'route-table') return [{ ...resource, gateways: [] }];
  if (resource.kind === 'region') return [{ ...resource, blockPublicAccess: 'off' }];
  if (resource.kind !== 'instance') return [resource];
  const { forwards, ...others } = resource;
  return [forwards === undefined ? resource : others];
}

const named = <Row>(rows: Readonly<Record<string, Row>>): Record<string, Row> => Object.fromEntries(Object.entries(rows).map(([row, value]) => [`far-${row}`, value]));

function addRoutes(builder: EdgeDesignBuilder, key: string, lines: readonly string[]): void {
  const table = builder.build().resources[asResourceId(key)];
  if (table?.kind === 'route-table') builder.change(key, 'route-table', { routes: { ...table.routes, ...named(routes(lines)) } });
}

function addGroupRules(builder: EdgeDesignBuilder, key: string, lines: { readonly inbound: readonly string[]; readonly outbound: readonly string[] }): void {
  const group = builder.build().resources[asResourceId(key)];
  if (group?.kind !== 'security-group') return;
  builder.change(key, 'security-group', { inbound: { ...group.inbound, ...named(groupRules('in', lines.inbound)) }, outbound: { ...group.outbound, ...named(groupRules('out', lines.outbound)) } });
}

function openFarAcl(builder: EdgeDesignBuilder): void {
  const acl = builder.build().resources[asResourceId('acl-default-vpc-2')];
  const lines = ['101 allow all from ::/0'];
  if (acl?.kind === 'network-acl') builder.change('acl-default-vpc-2', 'network-acl', { inbound: { ...acl.inbound, ...named(aclRules('in', lines)) }, outbound: { ...acl.outbound, ...named(aclRules('out', lines)) } });
}

function widen(design: Design, made: Recipe): Design {
  const builder = new EdgeDesignBuilder();
  for (const [key, resource] of Object.entries(design.resources)) for (const kept of withoutUncompared(resource)) builder.add(key, kept);
  builder.change('vpc-2', 'vpc', { ipv6Cidrs: { [asRowId('ipv6-1')]: { cidr: FAR_BLOCK } } });
  builder.change('subnet-far', 'subnet', { ipv6Cidr: FAR_SUBNET }).change('subnet-far-link', 'subnet', { ipv6Cidr: '2001:db8:2:209::/64' }).change('subnet-link', 'subnet', { ipv6Cidr: '2001:db8:1:10f::/64' });
  builder.change('eni-i-far', 'network-interface', { ipv6Addresses: { [asRowId('ipv6-1')]: { address: '2001:db8:2:201::10' } } });
  for (const [index, key] of ['rtb-a', 'rtb-b', 'rtb-main-vpc-1'].entries()) addRoutes(builder, key, made.ways[index] ?? []);
  addRoutes(builder, 'rtb-main-vpc-2', made.back);
  addGroupRules(builder, 'sg-far', { inbound: made.farGroup, outbound: ['all to ::/0'] });
  for (const [index, key] of ['sg-a', 'sg-b'].entries()) addGroupRules(builder, key, { inbound: made.nearRules[index] ?? [], outbound: [] });
  if (made.isFarOpen) openFarAcl(builder);
  return builder.build();
}

/**
 * The networks of {@link arbitraryDualStackDesign} without what the kernel is not built for, and with IPv6 in the other VPC
 * too, so that peering connections and transit gateways carry both families.
 */
export const arbitraryBothFamilies: fc.Arbitrary<Design> = fc.tuple(arbitraryDualStackDesign, recipe).map(([design, made]) => widen(design, made));
