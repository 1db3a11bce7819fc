import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId } from '../model/ids.ts';
import type { RouteTable, VpnConnection } from '../model/resources/index.ts';
import { listResources, type Draft } from './draft.ts';
import { filterRows, rowEntries } from './rows.ts';

interface Propagated {
  readonly destination: string;
  readonly target: ResourceId;
}

/** The blocks the far end of a VPN connection is known by: its static routes, or with BGP what the drawn network announces. */
function announcedBlocks(design: Design, connection: VpnConnection): readonly string[] {
  if (connection.routing === 'static') return Object.values(connection.staticRoutes).map(({ cidr }) => cidr);
  const gateway = design.resources[connection.customerGateway];
  const network = gateway?.kind === 'customer-gateway' && gateway.onPremises !== undefined ? design.resources[gateway.onPremises] : undefined;
  return network?.kind === 'on-premises-network' ? Object.values(network.cidrs).map(({ cidr }) => cidr) : [];
}

/** The blocks of the drawn networks that Direct Connect joins with a gateway, straight or by a Direct Connect gateway. */
function blocksOverDirectConnect(design: Design, gateway: ResourceId): readonly string[] {
  const joined = listResources(design, 'direct-connect-gateway').filter(({ value }) => Object.values(value.associations).some((row) => row.gateway === gateway && row.state === 'associated'));
  const ends = new Set<string>([gateway, ...joined.map(({ id }) => id)]);
  return listResources(design, 'virtual-interface').flatMap(({ value }) => {
    const network = value.onPremises === undefined ? undefined : design.resources[value.onPremises];
    const isUp = value.gateway !== undefined && ends.has(value.gateway) && value.state === 'available' && value.bgpStatus !== 'down';
    return isUp && network?.kind === 'on-premises-network' ? Object.values(network.cidrs).map(({ cidr }) => cidr) : [];
  });
}

function propagatedBy(design: Design, table: RouteTable, gateway: ResourceId): readonly Propagated[] {
  const target = design.resources[gateway];
  if (target?.kind !== 'virtual-private-gateway' || target.vpc !== table.vpc) return [];
  const connections = listResources(design, 'vpn-connection').filter(({ value }) => value.gateway === gateway && value.state === 'available');
  const blocks = new Set([...connections.flatMap(({ value }) => announcedBlocks(design, value)), ...blocksOverDirectConnect(design, gateway)]);
  return [...blocks].map((destination) => ({ destination, target: gateway }));
}

const propagatedRoutes = (design: Design, table: RouteTable | undefined): readonly Propagated[] =>
  (table?.propagatingGateways ?? []).flatMap((gateway) => (table ? propagatedBy(design, table, gateway) : []));

const isIn = (routes: readonly Propagated[], { destination, target }: { readonly destination: string; readonly target: string }): boolean =>
  routes.some((route) => route.destination === destination && route.target === target);

function follow(table: RouteTable, gone: readonly Propagated[], come: readonly Propagated[]): RouteTable['routes'] {
  const routes = filterRows(table.routes, (route) => route.origin !== 'propagated' || !isIn(gone, route));
  for (const route of come) {
    if (rowEntries(routes).some(([, known]) => known.origin === 'propagated' && isIn([route], known))) continue;
    routes[nextRowId('route', { ...table.routes, ...routes })] = { ...route, origin: 'propagated' };
  }
  return routes;
}

/**
 * Lets propagated routes follow an edit as AWS does: what a gateway no longer announces leaves every table it propagates
 * to, what it newly announces enters. Only the difference to `before` moves, so routes that an import found and the
 * drawing cannot derive (BGP from a network nobody drew) stay.
 * https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html
 */
export function followPropagation(before: Design, draft: Draft): void {
  if (before.resources === draft.design.resources) return;
  for (const { id, value } of draft.list('route-table')) {
    const earlier = before.resources[id];
    const was = propagatedRoutes(before, earlier?.kind === 'route-table' ? earlier : undefined);
    const is = propagatedRoutes(draft.design, value);
    const gone = was.filter((route) => !isIn(is, route));
    const come = is.filter((route) => !isIn(was, route));
    if (gone.length + come.length > 0) draft.put(id, { ...value, routes: follow(value, gone, come) });
  }
}
