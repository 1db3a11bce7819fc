import { parseIpv4 } from '../address/ipv4.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { Client } from '../model/resources/index.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';
import { rowEntries, withoutRow } from './rows.ts';

/** The addresses it had, with the one it has had until now and without the one it gets. */
function rememberFormer(client: Client, next: string | undefined): Client['formerAddresses'] {
  const former = client.formerAddresses ?? {};
  const kept = Object.fromEntries(rowEntries(former).filter(([, { address }]) => address !== next && address !== client.address));
  const { address } = client;
  const all = address === undefined || address === next || client.network !== undefined ? kept : { ...kept, [nextRowId('former', former)]: { address } };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** Gives a client another IPv4 address, or none. On the internet, the one it had is remembered: a rule may still admit it. */
export function changeClientAddress(design: Design, { client: id, address: text }: { readonly client: ResourceId; readonly address: string }): EditResult {
  return edit(design, (draft) => {
    const client = draft.need(id, 'client');
    const address = text.trim() === '' ? undefined : text.trim();
    if (address !== undefined && parseIpv4(address) === undefined) refuse(`${address} is not an IPv4 address.`);
    draft.change(id, 'client', { address, formerAddresses: rememberFormer(client, address) });
    return { said: address === undefined ? `Take the IPv4 address of ${client.name} away` : `Change the address of ${client.name} to ${address}`, select: [id] };
  });
}

/** Forgets an address that a client had. */
export function forgetClientAddress(design: Design, { client: id, row }: { readonly client: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const client = draft.need(id, 'client');
    const former = client.formerAddresses?.[row] ?? refuse(`${client.name} has no former address ${row}.`);
    const rest = withoutRow(client.formerAddresses ?? {}, row);
    draft.change(id, 'client', { formerAddresses: Object.keys(rest).length === 0 ? undefined : rest });
    return { said: `Forget ${former.address} of ${client.name}`, select: [id] };
  });
}
