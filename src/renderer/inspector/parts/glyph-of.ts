import { isGlyphId, type GlyphId } from '@core/drawing/glyphs/index.ts';
import type { ResourceFacts } from '@core/findings/report.ts';
import type { Resource } from '@core/model/resources/index.ts';

/** Kinds, and types of resources that are not modelled, that share the glyph of another word. */
const SHARED: Readonly<Record<string, GlyphId>> = {
  'iam-role': 'role',
  'target-group': 'load-balancer',
  'transit-gateway-attachment': 'transit-gateway',
  'transit-gateway-vpc-attachment': 'transit-gateway',
  'transit-gateway-route-table': 'route-table',
  'direct-connect-gateway': 'direct-connect',
  'virtual-interface': 'direct-connect',
  'lambda-function': 'function',
  'classic-load-balancer': 'load-balancer',
  'network-load-balancer': 'load-balancer',
  'application-load-balancer': 'load-balancer',
};

/** The glyph of a resource; whether a subnet is public is what was computed, never its name. */
export function glyphOf(resource: Resource, fact?: ResourceFacts): GlyphId {
  if (resource.kind === 'subnet') return fact?.kind === 'subnet' && fact.exposure === 'public' ? 'subnet-public' : 'subnet-private';
  const word = resource.kind === 'unmodelled' ? resource.type : resource.kind;
  const shared = SHARED[word] ?? word;
  return isGlyphId(shared) ? shared : 'unmodelled';
}
