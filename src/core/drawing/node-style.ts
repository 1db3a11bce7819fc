import type { Design } from '../model/design.ts';
import type { Resource } from '../model/resources/index.ts';
import type { ContainedNode, NodeKind } from './containers.ts';
import { glyphs, isGlyphId, type GlyphId } from './glyphs/index.ts';
import type { Facts } from './node-text.ts';
import type { NodeShape, SceneNode, Tone } from './scene.ts';
import { isContainerKind } from './sizes.ts';

export type NodeStyle = Pick<SceneNode, 'shape' | 'glyph' | 'tone' | 'state'>;

/** How a kind of node is drawn. */
export function shapeOf(kind: NodeKind): NodeShape {
  if (isContainerKind(kind)) return 'box';
  if (kind === 'internet') return 'cloud';
  return kind === 'internet-gateway' || kind === 'egress-only-internet-gateway' || kind === 'virtual-private-gateway' ? 'gate' : 'card';
}

const glyphOfType: Readonly<Record<string, GlyphId>> = {
  'transit-gateway-attachment': 'transit-gateway',
  'transit-gateway-vpc-attachment': 'transit-gateway',
  'direct-connect-gateway': 'direct-connect',
  'lambda-function': 'function',
  'classic-load-balancer': 'load-balancer',
  'network-load-balancer': 'load-balancer',
  'application-load-balancer': 'load-balancer',
};

function glyphOf(node: ContainedNode, resource: Resource | undefined, facts: Facts): GlyphId {
  if (node.kind === 'zone') return 'availability-zone';
  if (node.kind === 'subnet') {
    const fact = facts[node.key];
    return fact?.kind === 'subnet' && fact.exposure === 'public' ? 'subnet-public' : 'subnet-private';
  }
  const word = resource?.kind === 'unmodelled' ? resource.type : node.kind;
  const type = glyphOfType[word] ?? word;
  return isGlyphId(type) ? type : 'unmodelled';
}

function toneOf(node: ContainedNode, glyph: GlyphId, facts: Facts): Tone {
  if (node.kind === 'zone') return 'region';
  if (node.kind === 'vpc') return 'vpc';
  if (node.kind !== 'subnet') return glyphs[glyph].hue ?? 'outside';
  const fact = facts[node.key];
  return fact?.kind === 'subnet' && fact.exposure !== 'undetermined' ? fact.exposure : 'outside';
}

const GONE = new Set(['deleted', 'deleting', 'failed']);
function isInactive(resource: Resource): boolean {
  switch (resource.kind) {
    case 'instance':
      return resource.state !== 'running' && resource.state !== 'pending';
    case 'db-instance':
      return resource.state === 'stopped' || GONE.has(resource.state);
    case 'nat-gateway':
      return GONE.has(resource.state);
    case 'load-balancer':
      return resource.state !== 'active' && resource.state !== 'active_impaired';
    case 'vpc-endpoint':
      return resource.state !== 'available';
    case 'vpc-peering-connection':
      return resource.state !== 'active';
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
      return resource.vpc === undefined;
    case 'virtual-private-gateway':
      return resource.vpc === undefined || GONE.has(resource.state ?? '');
    default:
      return false;
  }
}

/** Shape, glyph, hue and state of a node. */
export function styleNode(design: Design, node: ContainedNode, facts: Facts): NodeStyle {
  const resource = node.resource === undefined ? undefined : design.resources[node.resource];
  const glyph = glyphOf(node, resource, facts);
  const state = resource && isInactive(resource) ? 'inactive' : 'active';
  return { shape: shapeOf(node.kind), glyph, tone: toneOf(node, glyph, facts), state };
}
