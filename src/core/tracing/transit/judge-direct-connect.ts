import { isOpen, isUp, type DirectConnectWay } from '../../lookup/direct-connect.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { isGone } from '../../model/life-cycle.ts';
import type { DirectConnectGateway } from '../../model/resources/index.ts';
import type { BlockInput } from '../advance.ts';

interface Judged {
  readonly way: DirectConnectWay | undefined;
  readonly resource: string;
}

const component = 'direct-connect-gateway';

/** A snapshot may lack what another account or Region holds; a drawn design lacks nothing. */
const certaintyOf = (lookup: Lookup): 'unknown' | undefined => (lookup.design.snapshot === undefined ? undefined : 'unknown');

function faultOfGateway(lookup: Lookup, gateway: Entry<DirectConnectGateway>, { association }: DirectConnectWay): BlockInput | undefined {
  const { id, value } = gateway;
  if (isGone(value)) return { component, resource: id, code: 'BAD_STATE' };
  if (!association) return { component, resource: id, code: 'X_DX_NOT_ASSOCIATED', certainty: certaintyOf(lookup) };
  const isJoined = association.state === 'associated' || association.state === 'updating';
  return isJoined ? undefined : { component, resource: id, code: 'X_DX_NOT_ASSOCIATED' };
}

/** What keeps a way over Direct Connect from carrying traffic; nothing when it carries it. */
export function faultOfWay(lookup: Lookup, { way, resource }: Judged): BlockInput | undefined {
  if (!way) return { component, resource, code: 'X_DX_NOT_KNOWN', certainty: certaintyOf(lookup) };
  if (isOpen(way)) return undefined;
  const { gateway, interfaces } = way;
  const fault = gateway && faultOfGateway(lookup, gateway, way);
  if (fault) return fault;
  const down = interfaces.find((entry) => !isUp(entry));
  if (down) return { component, resource: down.id, code: 'X_DX_INTERFACE_DOWN' };
  return { component, resource: gateway?.id ?? resource, code: 'X_DX_NO_VIRTUAL_INTERFACE', certainty: certaintyOf(lookup) };
}
