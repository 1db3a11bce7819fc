import { edit } from '../../editing/edit.ts';
import { addListener } from '../../editing/load-balancers.ts';
import type { Fix } from '../../findings/fix.ts';
import { asResourceId } from '../../model/ids.ts';
import { UDP } from '../../address/protocol.ts';
import type { LoadBalancer } from '../../model/resources/index.ts';
import { isLoopbackBlock, mayDropClient } from '../../tracing/services/judge-loopback.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

const HTTPS_PORTS = new Set([443, 8443]);

/** The protocol a new listener would have on a port. */
function protocolFor({ type }: LoadBalancer, port: number, isUdp: boolean): string | undefined {
  if (type === 'network') return isUdp ? 'UDP' : 'TCP';
  if (isUdp) return undefined;
  return HTTPS_PORTS.has(port) ? 'HTTPS' : 'HTTP';
}

/** What stands behind the first listener stands behind the new one too. */
function behindListener({ type, listeners }: LoadBalancer, given: { readonly protocol: string; readonly port: number }): Pick<LoadBalancer['listeners'][keyof LoadBalancer['listeners']], 'targetGroups' | 'instanceProtocol' | 'instancePort'> {
  const [first] = Object.values(listeners);
  if (type !== 'classic') return { targetGroups: first?.targetGroups ?? [] };
  return { targetGroups: [], instanceProtocol: first?.instanceProtocol ?? given.protocol, instancePort: first?.instancePort ?? given.port };
}

function fixListener({ lookup, block }: FixInput, balancer: LoadBalancer): readonly Fix[] {
  const [port, end] = block.traffic.destinationPort;
  const protocol = protocolFor(balancer, port, block.traffic.protocol[0] === UDP);
  if (end - port !== 1 || protocol === undefined) return [];
  const behind = behindListener(balancer, { protocol, port });
  const id = asResourceId(block.resource);
  const effect = protocol === 'HTTPS' ? 'It needs a certificate, and hands on to the same targets as the first listener.' : 'It hands on to the same targets as the first listener.';
  return fixFrom(addListener(lookup.design, { loadBalancer: id, protocol, port, ...behind }), { title: `Add listener ${protocol} ${port} to ${lookup.nameOf(id)}`, effect });
}

function fixZones({ lookup, block }: FixInput): readonly Fix[] {
  const id = asResourceId(block.resource);
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'load-balancer', { crossZone: true });
    return { said: `Turn on cross-zone load balancing of ${lookup.nameOf(id)}` };
  });
  return fixFrom(result, { title: `Turn on cross-zone load balancing of ${lookup.nameOf(id)}`, effect: 'Traffic between zones is billed for a Network Load Balancer.' });
}

/** Adds the listener that is missing, or lets the load balancer cross zones. */
export function fixLoadBalancer(input: FixInput): readonly Fix[] {
  const balancer = input.lookup.resource(input.block.resource);
  if (balancer?.kind !== 'load-balancer') return [];
  const { code } = input.block;
  if (/_LISTENERS?_(?:MISMATCH|PORT_RESTRICTION)$/.test(code)) return fixListener(input, balancer);
  return code === 'ELB_NOT_CROSSZONE' ? fixZones(input) : [];
}

/** Has a target group replace the client's address, so that its targets can ask themselves; never for UDP, where AWS always keeps it (edit-target-group-attributes). */
export function fixTargetGroup({ lookup, block }: FixInput): readonly Fix[] {
  if (!isLoopbackBlock(block) || !mayDropClient(block)) return [];
  const id = asResourceId(block.resource);
  const title = `Turn off client IP preservation of ${lookup.nameOf(id)}`;
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'target-group', { preserveClientIp: false });
    return { said: title };
  });
  return fixFrom(result, { title, effect: 'The targets see the addresses of the load balancer instead of those of the clients.' });
}
