import { formatCount } from '../address/format-count.ts';
import type { ResourceId } from '../model/ids.ts';
import type { LoadBalancer } from '../model/resources/index.ts';
import { nodeKeyOf } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import { compareText } from './natural-order.ts';
import { standbyKey } from './node-keys.ts';
import type { SceneLine } from './scene.ts';
import { everyNode, type ShownContainers } from './shown-containers.ts';
import { linkTransit } from './transit-lines.ts';

const known = new WeakMap<DrawingSource, readonly SceneLine[]>();

/** What stands for a node: itself, or the collapsed container around it. */
const shownKey = (containers: ShownContainers, key: string): string => nodeKeyOf(containers, key) ?? key;

/** Internet gateways and clients outside lead to the first drawn internet. */
function linkInternet({ containers }: DrawingSource): readonly SceneLine[] {
  const internet = containers.roots.find((key) => containers.nodes.get(key)?.kind === 'internet');
  if (internet === undefined) return [];
  const lines: SceneLine[] = [];
  for (const { key, kind, astride, parent } of everyNode(containers)) {
    if ((kind === 'internet-gateway' || kind === 'egress-only-internet-gateway') && astride) lines.push({ key: `line:${key}`, kind: 'internet', from: internet, to: shownKey(containers, key) });
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
  for (const { key, kind } of everyNode(containers)) {
    const standby = standbyKey(key);
    const to = kind === 'db-instance' ? nodeKeyOf(containers, standby) : undefined;
    if (to !== undefined) lines.push({ key: `line:${standby}`, kind: 'replication', from: shownKey(containers, key), to });
  }
  return lines;
}

function linkInterfaces({ containers }: DrawingSource): readonly SceneLine[] {
  return containers.attachments
    .filter(({ interface: key, to }) => nodeKeyOf(containers, key) !== undefined && nodeKeyOf(containers, to) !== undefined)
    .map(({ interface: key, to }) => ({ key: `line:${key}`, kind: 'interface', from: shownKey(containers, to), to: shownKey(containers, key) }));
}

/** From a peering to each of its VPCs that is drawn. */
function linkPeerings({ containers, resources }: DrawingSource): readonly SceneLine[] {
  const lines: SceneLine[] = [];
  for (const { key, resource: id } of everyNode(containers)) {
    const peering = id === undefined ? undefined : resources[id];
    if (peering?.kind !== 'vpc-peering-connection' || id === undefined) continue;
    for (const side of ['requester', 'accepter'] as const) {
      const { vpc } = peering[side];
      const to = vpc === undefined ? undefined : nodeKeyOf(containers, vpc);
      if (to !== undefined) lines.push({ key: `line:${key}:${side}`, kind: 'peering', from: shownKey(containers, key), to, resource: id });
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
  for (const { key, kind, resource: id } of everyNode(containers)) {
    const balancer = kind === 'load-balancer' && id !== undefined ? resources[id] : undefined;
    if (balancer?.kind !== 'load-balancer') continue;
    for (const target of targetsOf(source, balancer)) {
      const to = nodeKeyOf(containers, target);
      if (to !== undefined && to !== key) lines.push({ key: `line:${key}:${target}`, kind: 'target', from: shownKey(containers, key), to });
    }
  }
  return lines;
}

/** What several lines of a kind are called where one stands for them. */
const BUNDLED: Readonly<Record<SceneLine['kind'], string>> = {
  internet: 'ways to the internet',
  vpn: 'VPN connections',
  peering: 'peerings',
  attachment: 'attachments',
  'direct-connect': 'Direct Connect links',
  target: 'targets',
  replication: 'replications',
  interface: 'interfaces',
};

/**
 * A collapsed container ends every line to what it hides: one of each kind stands for all of them and says how many they
 * are, and none is drawn within it.
 */
function bundle(lines: readonly SceneLine[], { collapsed }: ShownContainers): readonly SceneLine[] {
  const bundles = new Map<string, SceneLine[]>();
  for (const line of lines) {
    const { from, to, kind } = line;
    if (from === to) continue;
    const pair = `${kind} ${from} ${to}`;
    const known = bundles.get(pair);
    if (known) known.push(line);
    else bundles.set(pair, [line]);
  }
  return [...bundles.values()].flatMap((twins) => {
    const [first] = twins;
    if (!first) return [];
    const isHidden = collapsed.has(first.from) || collapsed.has(first.to);
    return twins.length === 1 || !isHidden ? [first] : [{ ...first, label: `${formatCount(twins.length)} ${BUNDLED[first.kind]}` }];
  });
}

/** Every line between nodes; it says what belongs together, not where it runs. Made once for the same source. */
export function findLinks(source: DrawingSource): readonly SceneLine[] {
  const before = known.get(source);
  if (before) return before;
  const lines = [...linkInternet(source), ...linkVpnConnections(source), ...linkPeerings(source), ...linkTransit(source), ...linkTargets(source), ...linkCopies(source), ...linkInterfaces(source)];
  lines.sort((a, b) => compareText(a.key, b.key));
  const shown = bundle(lines, source.containers);
  known.set(source, shown);
  return shown;
}
