import { isOpen, isUp, type DirectConnectWay } from '../../lookup/direct-connect.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { BlockInput } from '../advance.ts';

/** What keeps a way over Direct Connect from carrying traffic; nothing when it carries it. */
export function faultOfWay(lookup: Lookup, { way, resource }: { readonly way: DirectConnectWay | undefined; readonly resource: string }): BlockInput | undefined {
  const component = 'direct-connect-gateway';
  const certainty = lookup.design.snapshot === undefined ? undefined : 'unknown';
  if (!way) return { component, resource, code: 'X_DX_NOT_KNOWN', certainty };
  if (isOpen(way)) return undefined;
  const { gateway, association, interfaces } = way;
  if (gateway && (gateway.value.state === 'deleted' || gateway.value.state === 'deleting')) return { component, resource: gateway.id, code: 'BAD_STATE' };
  if (gateway && !association) return { component, resource: gateway.id, code: 'X_DX_NOT_ASSOCIATED', certainty };
  if (gateway && association && association.state !== 'associated' && association.state !== 'updating') return { component, resource: gateway.id, code: 'X_DX_NOT_ASSOCIATED' };
  const down = interfaces.find((entry) => !isUp(entry));
  if (down) return { component, resource: down.id, code: 'X_DX_INTERFACE_DOWN' };
  return { component, resource: gateway?.id ?? resource, code: 'X_DX_NO_VIRTUAL_INTERFACE', certainty };
}
