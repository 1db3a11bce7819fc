import { formatAddresses } from '../tracing/advance.ts';
import type { SubnetEntry } from '../lookup/entries.ts';
import { compileRouteTable } from '../forwarding/compile-route-table.ts';
import { assumeAboutServices } from './assume-services.ts';
import { interfacesOf, type Case } from './case.ts';
import { assumeAboutGateways } from './gateway-assumptions.ts';
import { assumeAboutIpv6 } from './other-family.ts';
import { assumeAboutRole } from './role/assume-about-role.ts';

/** The subnets the traffic touches. */
function subnetsOnTheWay(given: Case): ReadonlySet<SubnetEntry> {
  const subnets = new Set<SubnetEntry>();
  for (const outcome of given.outcomes) {
    for (const { detail } of [...outcome.request.steps, ...(outcome.reply?.steps ?? [])]) {
      const id = detail.kind === 'network-acl' || detail.kind === 'route' ? detail.subnet : undefined;
      const subnet = id === undefined ? undefined : given.lookup.subnets.get(id);
      if (subnet) subnets.add(subnet);
    }
  }
  return subnets;
}

function assumeAboutSubnet(given: Case, subnet: SubnetEntry): readonly string[] {
  const name = given.lookup.nameOf(subnet.id);
  const assumptions: string[] = [];
  if (!subnet.networkAcl) {
    const why = given.lookup.isMissing('network-acls') ? 'The snapshot has no network ACLs' : `No network ACL of ${name} is in the design`;
    assumptions.push(`${why}: ${name} is taken to use the default one, which allows everything.`);
  }
  const { prefixListRows } = compileRouteTable(given.lookup, subnet.vpc, subnet.routeTable);
  if (prefixListRows.length > 0) assumptions.push(`Routes of ${name} to prefix lists are not resolved: traffic to those services is taken to use the other routes.`);
  return assumptions;
}

function assumeAboutTunnels(given: Case): readonly string[] {
  const gateways = new Set(given.outcomes.flatMap((outcome) => [...outcome.request.steps, ...(outcome.reply?.steps ?? [])].map(({ detail }) => (detail.kind === 'route' ? detail.target : ''))));
  return [...gateways].flatMap((gateway) =>
    (given.lookup.vpnConnectionsOfGateway.get(gateway as Parameters<typeof given.lookup.vpnConnectionsOfGateway.get>[0]) ?? [])
      .filter(({ value }) => Object.values(value.tunnels).length > 0 && Object.values(value.tunnels).every(({ status }) => status === 'down'))
      .map(({ id }) => `Both tunnels of ${given.lookup.nameOf(id)} were down when the snapshot was taken; the verdict is about the configuration.`),
  );
}

/** An instance that is known by its interface alone. */
function assumeAboutUnseen({ lookup, from, to }: Case): readonly string[] {
  return [...interfacesOf(from), ...interfacesOf(to)].flatMap(({ value: { attachment } }) => {
    const isUnseen = attachment?.resource.startsWith('i-') === true && lookup.resource(attachment.resource) === undefined;
    return isUnseen ? [`${attachment.resource} is in no file of the snapshot; it is taken to be running.`] : [];
  });
}

function assumeAboutEnds(given: Case): readonly string[] {
  const assumptions: string[] = [];
  if (given.to.kind === 'interfaces' && given.to.interfaces.some((entry) => entry.addresses.length === 0)) {
    assumptions.push(`The address of ${given.lookup.nameOf(given.to.interfaces[0]?.id ?? '')} is not in the design; any address of its subnet stands for it.`);
  }
  if (given.to.kind === 'on-premises' && given.to.isAnnounced) assumptions.push('The on-premises network is taken to announce the asked address.');
  return assumptions;
}

/**
 * An address that was not asked for beyond a gateway, and that routes lead there: with BGP the far side may announce it or
 * not, which is no part of the configuration on AWS's side.
 */
function assumeAboutAnnouncements(given: Case): readonly string[] {
  const { to } = given;
  if (to.kind !== 'address') return [];
  const landed = given.outcomes.filter(({ blocks }) => blocks.length === 0).flatMap(({ request }) => (request.landing.kind === 'on-premises' ? [request.landing.gateway] : []));
  return [...new Set(landed)].map((gateway) => `Beyond ${given.lookup.nameOf(gateway)} the far side is taken to announce ${formatAddresses(to.range)}, as far as no static route says otherwise.`);
}

/**
 * Traffic that comes into a VPC through a transit gateway and goes on to an interface that is not its destination: without
 * appliance mode its reply may come back in another zone (Transit Gateway guide, transit-gateway-appliance-scenario).
 */
function assumeAboutZones(given: Case): readonly string[] {
  const attachments = new Set(given.outcomes.flatMap((outcome) => [...outcome.request.steps, ...(outcome.reply?.steps ?? [])].flatMap(({ detail }) => (detail.kind === 'route' ? [detail.target] : []))));
  return [...attachments].flatMap((id) => {
    const value = given.lookup.resource(id);
    if (value?.kind !== 'transit-gateway-attachment' || value.type !== 'vpc' || value.subnets.length < 2) return [];
    const name = given.lookup.nameOf(id);
    return value.applianceMode === true
      ? [`${name} is in appliance mode and keeps one Availability Zone for a connection; which one, the design cannot tell, so that of the destination is taken.`]
      : [`${name} is entered in the Availability Zone that the traffic comes from, or in any where it comes from none that the attachment has.`];
  });
}

/** Everything the answer rests on that the design does not say. */
export function collectAssumptions(given: Case): readonly string[] {
  const perSubnet = [...subnetsOnTheWay(given)].flatMap((subnet) => assumeAboutSubnet(given, subnet));
  return [...new Set([...assumeAboutEnds(given), ...assumeAboutUnseen(given), ...assumeAboutServices(given), ...perSubnet, ...assumeAboutTunnels(given), ...assumeAboutIpv6(given), ...assumeAboutGateways(given), ...assumeAboutAnnouncements(given), ...assumeAboutZones(given), ...assumeAboutRole(given)])];
}
