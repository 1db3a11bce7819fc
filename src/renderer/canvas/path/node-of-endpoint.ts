import { nodeKeyOf, type Containers } from '@core/drawing/containers.ts';
import type { Scene } from '@core/drawing/scene.ts';
import type { Design } from '@core/model/design.ts';

export interface EndpointSource {
  readonly design: Design;
  readonly scene: Scene;
  readonly containers: Containers;
}

const OUTSIDE = /^internet(?::|$)/;
const ON_PREMISES = /^onprem:([^:]+):/;

/** The node of a question's endpoint: the drawn cloud, a resource by id or by name, a private address; if it has one. */
export function nodeOfEndpoint({ design, scene, containers }: EndpointSource, endpoint: string): string | undefined {
  if (OUTSIDE.test(endpoint)) return scene.nodes.find(({ kind }) => kind === 'internet')?.key;
  const byId = nodeKeyOf(containers, endpoint);
  if (byId !== undefined) return byId;
  const gateway = ON_PREMISES.exec(endpoint)?.[1];
  if (gateway !== undefined) return nodeKeyOf(containers, gateway);
  const named = Object.entries(design.resources).find(([, { name }]) => name === endpoint);
  if (named) return nodeKeyOf(containers, named[0]);
  const address = endpoint.slice(endpoint.lastIndexOf(':') + 1);
  return scene.nodes.find((node) => node.shape === 'card' && node.address === address)?.key;
}
