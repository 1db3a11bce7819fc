import { findContainers, type ContainedNode, type Containers } from '@core/drawing/containers.ts';
import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { isGlyphId } from '@core/drawing/glyphs/index.ts';
import { kindNames } from '@core/drawing/names.ts';
import { compareText, naturalKey } from '@core/drawing/natural-order.ts';
import { parseZoneKey } from '@core/drawing/node-keys.ts';
import type { ResourceFacts } from '@core/findings/report.ts';
import { capitalise, nounOf } from '@core/editing/nouns.ts';
import type { Design } from '@core/model/design.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '@core/model/resources/index.ts';

/** One line of the outline. */
export interface OutlineRow {
  /** Key of a node, or id of a resource that has none. */
  readonly key: string;
  readonly name: string;
  /** AWS's word for what it is. */
  readonly noun: string;
  readonly glyph: GlyphId;
  /** Set at the right: a VPC's block, a subnet's prefix length. */
  readonly detail: string;
  /** 1 at the top. */
  readonly level: number;
  readonly isOpen: boolean;
  readonly hasChildren: boolean;
}

/** What decides which lines there are. */
export interface OutlineSource {
  readonly design: Design;
  readonly facts: Readonly<Record<string, ResourceFacts>>;
  /** Keys whose contents are hidden. */
  readonly folded: ReadonlySet<string>;
}

const RULE_KINDS = ['route-table', 'network-acl', 'security-group', 'target-group', 'db-subnet-group'] as const satisfies readonly ResourceKind[];
type RuleKind = (typeof RULE_KINDS)[number];
const isRuleKind = (kind: ResourceKind): kind is RuleKind => (RULE_KINDS as readonly ResourceKind[]).includes(kind);

/** Resources that have no node, under what they belong to: rules under their VPC, the others under their Region. */
function groupHidden({ resources }: Design): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, resource] of Object.entries(resources)) {
    const home = homeOf(resource, resources);
    if (home === undefined) continue;
    const members = groups.get(home);
    if (members) members.push(id);
    else groups.set(home, [id]);
  }
  const order = (id: string): string => {
    const resource = resources[id as keyof typeof resources];
    const rank = RULE_KINDS.indexOf(resource?.kind as RuleKind);
    return `${rank}${naturalKey(resource?.name ?? id)}`;
  };
  for (const members of groups.values()) members.sort((a, b) => compareText(order(a), order(b)));
  return groups;
}

function homeOf(resource: Resource, resources: Design['resources']): string | undefined {
  switch (resource.kind) {
    case 'elastic-ip':
    case 'prefix-list':
      return resource.region;
    case 'vpn-connection':
      return resources[resource.customerGateway]?.kind === 'customer-gateway' ? resource.customerGateway : undefined;
    case 'transit-gateway-route-table':
    case 'transit-gateway-attachment':
      return resource.transitGateway;
    case 'virtual-interface':
      return resource.gateway ?? resource.onPremises;
    case 'iam-role':
      return homeOfRole(resource, resources);
    default:
      return isRuleKind(resource.kind) && 'vpc' in resource ? resource.vpc : undefined;
  }
}

/** A role belongs to an account: it stands under the account's first Region. */
function homeOfRole({ account }: ResourceOfKind<'iam-role'>, resources: Design['resources']): string | undefined {
  const regions = Object.entries(resources).filter(([, { kind }]) => kind === 'region');
  return (regions.find(([, region]) => account !== undefined && region.account === account) ?? regions[0])?.[0];
}

/** Kinds that share the glyph of another one. */
const GLYPH_OF_KIND: Readonly<Record<string, GlyphId>> = {
  'target-group': 'load-balancer',
  'iam-role': 'role',
  'transit-gateway-route-table': 'route-table',
  'transit-gateway-attachment': 'transit-gateway',
  'direct-connect-gateway': 'direct-connect',
  'virtual-interface': 'direct-connect',
};

function glyphOf(kind: string, fact: ResourceFacts | undefined): GlyphId {
  if (kind === 'zone') return 'availability-zone';
  if (kind === 'subnet') return fact?.kind === 'subnet' && fact.exposure === 'public' ? 'subnet-public' : 'subnet-private';
  return isGlyphId(kind) ? kind : (GLYPH_OF_KIND[kind] ?? 'unmodelled');
}

function detailOf(resource: Resource | undefined): string {
  if (resource?.kind === 'vpc') return resource.cidr;
  if (resource?.kind !== 'subnet') return '';
  const block = resource.cidr ?? resource.ipv6Cidr ?? '';
  return block.slice(block.indexOf('/'));
}

interface Walk extends OutlineSource {
  readonly containers: Containers;
  readonly hidden: ReadonlyMap<string, readonly string[]>;
  readonly rows: OutlineRow[];
}

const nameOf = (resource: Resource | undefined, key: string): string => resource?.name || (parseZoneKey(key)?.zone ?? key);

/** What a line says of itself. */
function describeRow({ design, facts }: Walk, key: string, node: ContainedNode | undefined): Pick<OutlineRow, 'name' | 'noun' | 'glyph' | 'detail'> {
  const resource = design.resources[(node?.resource ?? key) as keyof Design['resources']];
  const ownKind = resource?.kind ?? 'unmodelled';
  return {
    name: nameOf(resource, key),
    noun: node ? kindNames[node.kind] : capitalise(nounOf(ownKind)),
    glyph: glyphOf(node?.kind ?? ownKind, facts[key]),
    detail: detailOf(resource),
  };
}

function pushRow(walk: Walk, key: string, node: ContainedNode | undefined): void {
  const hasChildren = (node?.children.length ?? 0) > 0 || walk.hidden.has(key);
  walk.rows.push({
    key,
    ...describeRow(walk, key, node),
    level: (node?.level ?? levelAbove(walk, key)) + 1,
    isOpen: hasChildren && !walk.folded.has(key),
    hasChildren,
  });
}

/** The level of a line without a node: one below the last node before it that it belongs to. */
function levelAbove({ design, containers }: Walk, key: string): number {
  const resource = design.resources[key as keyof Design['resources']];
  const home = resource && homeOf(resource, design.resources);
  return ((home === undefined ? undefined : containers.nodes.get(home)?.level) ?? -1) + 1;
}

function visit(walk: Walk, key: string): void {
  const node = walk.containers.nodes.get(key);
  pushRow(walk, key, node);
  if (walk.folded.has(key)) return;
  for (const child of node?.children ?? []) visit(walk, child);
  for (const child of walk.hidden.get(key) ?? []) visit(walk, child);
}

/** The lines of the outline: what stands on the canvas, container by container, and the rules of each VPC after it. */
export function listOutlineRows(source: OutlineSource): readonly OutlineRow[] {
  const containers = findContainers(source.design);
  const walk: Walk = { ...source, containers, hidden: groupHidden(source.design), rows: [] };
  for (const root of containers.roots) visit(walk, root);
  return walk.rows;
}
