import type { EditResult } from '@core/editing/edit-result.ts';
import { addPart } from '@core/editing/add-part.ts';
import { moveResource } from '@core/editing/move-resource.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type RandomSource, type ResourceId } from '@core/model/ids.ts';
import type { ResourceKind } from '@core/model/resources/index.ts';

/** What joining two nodes means: a change of the network, or a question. */
export type Connection = { readonly kind: 'edit'; readonly result: EditResult } | { readonly kind: 'question'; readonly from: ResourceId; readonly to: ResourceId };

const BORDER_GATEWAYS: ReadonlySet<ResourceKind> = new Set(['internet-gateway', 'virtual-private-gateway']);

/**
 * Joins two nodes: a gateway and a VPC are attached, a virtual private gateway and a customer gateway get a VPN
 * connection. Between any other two it is asked whether the first reaches the second.
 */
export function connectNodes(design: Design, ends: readonly [from: string, to: string], random: RandomSource): Connection {
  const [from, to] = [asResourceId(ends[0]), asResourceId(ends[1])];
  const [a, b] = [design.resources[from], design.resources[to]];
  const kinds = new Set([a?.kind, b?.kind]);
  if (kinds.has('virtual-private-gateway') && kinds.has('customer-gateway')) {
    const gateway = a?.kind === 'virtual-private-gateway' ? from : to;
    return { kind: 'edit', result: addPart(design, { part: 'vpn-connection', container: gateway, random }) };
  }
  if (kinds.has('vpc')) {
    const [vpc, other] = a?.kind === 'vpc' ? [from, to] : [to, from];
    const kind = design.resources[other]?.kind;
    if (kind !== undefined && BORDER_GATEWAYS.has(kind)) return { kind: 'edit', result: moveResource(design, { resource: other, container: vpc, random }) };
  }
  return { kind: 'question', from, to };
}
