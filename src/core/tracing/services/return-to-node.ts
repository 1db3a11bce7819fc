import type { InterfaceEntry, SubnetEntry } from '../../lookup/entries.ts';
import type { TraceContext } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { passNetworkAcl } from '../pass-network-acl.ts';

/** The node that handed a request on under its client's address. */
export function nodeKeepingClient(flight: Flight): InterfaceEntry | undefined {
  const session = flight.sessions.find(({ kind }) => kind === 'kept-client');
  return session?.kind === 'kept-client' ? session.node : undefined;
}

/**
 * A target answers the client's address, and the answer goes back through the Network Load Balancer whatever the route
 * table of the target says; network ACLs see the client's address (Network Load Balancers guide, client IP preservation).
 */
export function returnToNode(context: TraceContext, flight: Flight, given: { readonly subnet: SubnetEntry; readonly node: InterfaceEntry }): readonly Flight[] {
  const { subnet, node } = given;
  const home: Place = { at: 'interface-in', interface: node };
  if (subnet === node.subnet) return [{ ...flight, place: home }];
  const between: Place = { at: 'subnet-in', subnet: node.subnet, isCrossed: true };
  return passNetworkAcl(context, flight, { subnet, direction: 'outbound', next: between }).flatMap((left) =>
    left.place === between ? passNetworkAcl(context, left, { subnet: node.subnet, direction: 'inbound', next: home }) : [left],
  );
}
