import type { Design } from '../model/design.ts';
import { asResourceId, nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { Listener, Target } from '../model/resources/index.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';
import { withoutRow } from './rows.ts';

/** The protocols a listener of each type takes (Elastic Load Balancing API, CreateListener). */
export const listenerProtocols = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP'],
  gateway: ['GENEVE'],
  classic: ['HTTP', 'HTTPS', 'TCP', 'SSL'],
} as const;

/** Adds a listener; refuses a second one on the same port. */
export function addListener(design: Design, { loadBalancer, ...listener }: { readonly loadBalancer: ResourceId } & Listener): EditResult {
  return edit(design, (draft) => {
    const { name, listeners } = draft.need(loadBalancer, 'load-balancer');
    if (Object.values(listeners).some(({ port }) => port === listener.port)) refuse(`${name} has a listener on port ${listener.port} already.`);
    draft.change(loadBalancer, 'load-balancer', { listeners: { ...listeners, [nextRowId('listener', listeners)]: listener } });
    return { said: `Add listener ${listener.protocol} ${listener.port} to ${name}` };
  });
}

/** Takes a listener away. */
export function removeListener(design: Design, { loadBalancer, row }: { readonly loadBalancer: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const { name, listeners } = draft.need(loadBalancer, 'load-balancer');
    draft.change(loadBalancer, 'load-balancer', { listeners: withoutRow(listeners, row) });
    return { said: `Remove listener ${listeners[row]?.port ?? ''} of ${name}` };
  });
}

/** Registers a target; refuses one that is registered with the same port. */
export function addTarget(design: Design, { targetGroup, ...target }: { readonly targetGroup: ResourceId } & Target): EditResult {
  return edit(design, (draft) => {
    const { name, targets } = draft.need(targetGroup, 'target-group');
    if (Object.values(targets).some((other) => other.target === target.target && other.port === target.port)) refuse(`${draft.nameOf(asResourceId(target.target))} is registered with ${name} already.`);
    draft.change(targetGroup, 'target-group', { targets: { ...targets, [nextRowId('target', targets)]: target } });
    return { said: `Register ${draft.nameOf(asResourceId(target.target))} with ${name}` };
  });
}

/** Deregisters a target. */
export function removeTarget(design: Design, { targetGroup, row }: { readonly targetGroup: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const { name, targets } = draft.need(targetGroup, 'target-group');
    draft.change(targetGroup, 'target-group', { targets: withoutRow(targets, row) });
    return { said: `Deregister a target of ${name}` };
  });
}

/** Sets the subnets of a load balancer; AWS takes one in each zone. */
export function setLoadBalancerSubnets(design: Design, { loadBalancer, subnets }: { readonly loadBalancer: ResourceId; readonly subnets: readonly ResourceId[] }): EditResult {
  return edit(design, (draft) => {
    const { name } = draft.need(loadBalancer, 'load-balancer');
    if (subnets.length === 0) refuse(`${name} needs at least one subnet.`);
    const zones = subnets.map((subnet) => draft.need(subnet, 'subnet').availabilityZone);
    const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
    if (twice !== undefined) refuse(`${name} takes one subnet in each Availability Zone; ${twice} would have two.`);
    draft.change(loadBalancer, 'load-balancer', { subnets: [...subnets] });
    return { said: `Put ${name} in ${subnets.length} subnet${subnets.length === 1 ? '' : 's'}` };
  });
}
