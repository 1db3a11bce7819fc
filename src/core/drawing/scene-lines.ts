import { nodeKeyOf } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import { compareText } from './natural-order.ts';
import { standbyKey } from './node-keys.ts';
import type { SceneLine } from './scene.ts';

const known = new WeakMap<DrawingSource, readonly SceneLine[]>();

/** Internet gateways and clients outside lead to the first drawn internet. */
function linkInternet({ containers }: DrawingSource): readonly SceneLine[] {
  const internet = containers.roots.find((key) => containers.nodes.get(key)?.kind === 'internet');
  if (internet === undefined) return [];
  const lines: SceneLine[] = [];
  for (const { key, kind, astride, parent } of containers.nodes.values()) {
    if (kind === 'internet-gateway' && astride) lines.push({ key: `line:${key}`, kind: 'internet', from: internet, to: key });
    if (kind === 'client' && parent === undefined) lines.push({ key: `line:${key}`, kind: 'internet', from: key, to: internet });
  }
  return lines;
}

/** One line for all VPN connections between the same two gateways. */
function linkVpnConnections({ resources, containers }: DrawingSource): readonly SceneLine[] {
  const lines = new Map<string, SceneLine & { readonly count: number }>();
  for (const id of containers.vpnConnections) {
    const resource = resources[id];
    if (resource?.kind !== 'vpn-connection' || resource.state === 'deleted') continue;
    const from = nodeKeyOf(containers, resource.customerGateway);
    const to = resource.gateway === undefined ? undefined : nodeKeyOf(containers, resource.gateway);
    if (from === undefined || to === undefined) continue;
    const pair = `${from} ${to}`;
    const count = (lines.get(pair)?.count ?? 0) + 1;
    const other = lines.get(pair)?.resource;
    const first = other !== undefined && other < id ? other : id;
    lines.set(pair, { key: `line:${first}`, kind: 'vpn', from, to, resource: first, count });
  }
  return [...lines.values()].map(({ count, ...line }) => (count === 1 ? line : { ...line, label: `${count} VPN connections` }));
}

function linkCopies({ containers }: DrawingSource): readonly SceneLine[] {
  const lines: SceneLine[] = [];
  for (const { key, kind } of containers.nodes.values()) {
    const standby = standbyKey(key);
    if (kind === 'db-instance' && containers.nodes.has(standby)) {
      lines.push({ key: `line:${standby}`, kind: 'replication', from: key, to: standby });
    }
  }
  return lines;
}

function linkInterfaces({ containers }: DrawingSource): readonly SceneLine[] {
  return containers.attachments
    .filter(({ interface: key, to }) => containers.nodes.has(key) && containers.nodes.has(to))
    .map(({ interface: key, to }) => ({ key: `line:${key}`, kind: 'interface', from: to, to: key }));
}

/** Every line between nodes; it says what belongs together, not where it runs. Made once for the same source. */
export function findLinks(source: DrawingSource): readonly SceneLine[] {
  const before = known.get(source);
  if (before) return before;
  const lines = [...linkInternet(source), ...linkVpnConnections(source), ...linkCopies(source), ...linkInterfaces(source)];
  lines.sort((a, b) => compareText(a.key, b.key));
  known.set(source, lines);
  return lines;
}
