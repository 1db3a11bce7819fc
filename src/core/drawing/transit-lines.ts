import type { ResourceId } from '../model/ids.ts';
import type { Resource, ResourceOfKind } from '../model/resources/index.ts';
import { nodeKeyOf } from './containers.ts';
import type { DrawingSource } from './drawing-source.ts';
import type { SceneLine } from './scene.ts';

interface Ends {
  readonly id: ResourceId;
  readonly kind: SceneLine['kind'];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A line where both its ends are drawn. */
function lineOf({ containers }: DrawingSource, { id, kind, from, to }: Ends, key: string = id): readonly SceneLine[] {
  const ends = [from, to].map((end) => (end === undefined ? undefined : nodeKeyOf(containers, end)));
  const [first, second] = ends;
  return first === undefined || second === undefined ? [] : [{ key: `line:${key}`, kind, from: first, to: second, resource: id }];
}

/** What an attachment joins with its transit gateway; a VPN has the line of its connection. */
function farEndOf({ type, vpc, directConnectGateway, peer }: ResourceOfKind<'transit-gateway-attachment'>): string | undefined {
  if (type === 'vpc') return vpc;
  return type === 'peering' ? peer?.transitGateway : directConnectGateway;
}

/** The lines of attachments, of associations with virtual private gateways, and of virtual interfaces. */
export function linkTransit(source: DrawingSource): readonly SceneLine[] {
  return (Object.entries(source.resources) as [ResourceId, Resource][]).flatMap(([id, resource]) => {
    switch (resource.kind) {
      case 'transit-gateway-attachment':
        return resource.state === 'deleted' ? [] : lineOf(source, { id, kind: 'attachment', from: resource.transitGateway, to: farEndOf(resource) });
      case 'direct-connect-gateway':
        // With a transit gateway the attachment is the line.
        return Object.entries(resource.associations).flatMap(([row, { gateway }]) =>
          source.resources[gateway]?.kind === 'virtual-private-gateway' ? lineOf(source, { id, kind: 'direct-connect', from: id, to: gateway }, `${id}:${row}`) : [],
        );
      case 'virtual-interface':
        return resource.state === 'deleted' ? [] : lineOf(source, { id, kind: 'direct-connect', from: resource.onPremises, to: resource.gateway });
      default:
        return [];
    }
  });
}
