import type { ResourceId } from '../model/ids.ts';
import type { LoadBalancer } from '../model/resources/index.ts';
import { nodeKeyOf } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import { compareText } from './natural-order.ts';
import { standbyKey } from './node-keys.ts';
import type { SceneLine } from './scene.ts';
import { linkTransit } from './transit-lines.ts';

const known = new WeakMap<DrawingSource, readonly SceneLine[]>();

/** Internet gateways and clients outside lead to the first drawn internet. */
function linkInternet({ containers }: DrawingSource): readonly SceneLine[] {
  const internet = containers.roots.find((key) => containers.nodes.get(key)?.kind === 'internet');
  if (internet === undefined) return [];
  const lines: SceneLine[] = [];
  for (const { key, kind, astride, parent } of containers.nodes.values()) {
    if ((kind === 'internet-gateway' || kind === 'egress-only-internet-gateway') && astride) lines.push({ key: `line:${key}`, kind: 'internet', from: internet, to: key });
    if (kind === 'client' && parent === undefined) lines.push({ key: `line:${key}`, kind: 'internet', from: key, to: internet });
  }
  return lines;
}

type VpnLine = Pick<SceneLine, 'from' | 'to'> & { readonly resource: ResourceId };

function findVpnLine({ resources, containers }: DrawingSource, id: ResourceId): VpnLine | undefined {
  const resource = resources[id];
  if (resource?.kind !== 'vpn-connection' || resource.state === 'deleted') return undefined;
  const from = nodeKeyOf(containers, resource.customerGateway);
  const to = resource.gateway === undefined ? undefined : nodeKeyOf(containers, resource.gateway);
  return from === undefined || to === undefined ? undefined : { from, to, resource: id };
}

/** One line for all VPN connections between the same two gateways. */
function linkVpnConnections(source: DrawingSource): readonly SceneLine[] {
  const pairs = new Map<string, VpnLine[]>();
  for (const id of [...source.containers.vpnConnections].sort(compareText)) {
    const line = findVpnLine(source, id);
    if (!line) continue;
    const pair = `${line.from} ${line.to}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
  }
  return [...pairs.values()].flatMap((lines): readonly SceneLine[] => {
    const [first] = lines;
    if (!first) return [];
    const label = lines.length === 1 ? {} : { label: `${lines.length} VPN connections` };
    return [{ key: `line:${first.resource}`, kind: 'vpn', ...first, ...label }];
  });
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

/** From a peering to each of its VPCs that is drawn. */
function linkPeerings({ containers, resources }: DrawingSource): readonly SceneLine[] {
  const lines: SceneLine[] = [];
  for (const { key, resource: id } of containers.nodes.values()) {
    const peering = id === undefined ? undefined : resources[id];
    if (peering?.kind !== 'vpc-peering-connection' || id === undefined) continue;
    for (const side of ['requester', 'accepter'] as const) {
      const { vpc } = peering[side];
      if (vpc !== undefined && containers.nodes.has(vpc)) lines.push({ key: `line:${key}:${side}`, kind: 'peering', from: key, to: vpc, resource: id });
    }
  }
  return lines;
}

/** The resources that a load balancer hands on to. */
function targetsOf({ resources }: DrawingSource, balancer: LoadBalancer): readonly string[] {
  const groups = Object.values(balancer.listeners).flatMap(({ targetGroups }) => targetGroups.map((group) => resources[group]));
  const registered = groups.flatMap((group) => (group?.kind === 'target-group' ? Object.values(group.targets).map(({ target }) => target) : []));
  return [...new Set([...registered, ...(balancer.instances ?? [])])];
}

/** From a load balancer to each of its targets that is drawn. */
function linkTargets(source: DrawingSource): readonly SceneLine[] {
  const { containers, resources } = source;
  const lines: SceneLine[] = [];
  for (const { key, kind, resource: id } of containers.nodes.values()) {
    const balancer = kind === 'load-balancer' && id !== undefined ? resources[id] : undefined;
    if (balancer?.kind !== 'load-balancer') continue;
    for (const target of targetsOf(source, balancer)) {
      const to = nodeKeyOf(containers, target);
      if (to !== undefined && to !== key) lines.push({ key: `line:${key}:${target}`, kind: 'target', from: key, to });
    }
  }
  return lines;
}

/** A collapsed container ends every line to what it hides: one of each kind is enough, and none within it. */
function withoutTwins(lines: readonly SceneLine[]): readonly SceneLine[] {
  const seen = new Set<string>();
  return lines.filter(({ from, to, kind }) => {
    const pair = `${kind} ${from} ${to}`;
    if (from === to || seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}

/** Every line between nodes; it says what belongs together, not where it runs. Made once for the same source. */
export function findLinks(source: DrawingSource): readonly SceneLine[] {
  const before = known.get(source);
  if (before) return before;
  const lines = [...linkInternet(source), ...linkVpnConnections(source), ...linkPeerings(source), ...linkTransit(source), ...linkTargets(source), ...linkCopies(source), ...linkInterfaces(source)];
  lines.sort((a, b) => compareText(a.key, b.key));
  const shown = withoutTwins(lines);
  known.set(source, shown);
  return shown;
}
