import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';
import { withoutRow } from './rows.ts';
import { describeTraffic, readTraffic } from './rule-traffic.ts';

export interface BlockedPorts {
  readonly protocol: 'tcp' | 'udp';
  readonly fromPort: number;
  /** The last port; without it only `fromPort`. */
  readonly toPort?: number | undefined;
}

/** Says that the client's own network lets nothing out to these ports. */
export function addBlockedPorts(design: Design, { client: id, ports }: { readonly client: ResourceId; readonly ports: BlockedPorts }): EditResult {
  return edit(design, (draft) => {
    const client = draft.need(id, 'client');
    const { fromPort = 0, toPort = 0 } = readTraffic(ports);
    const row = { protocol: ports.protocol, fromPort, toPort };
    draft.change(id, 'client', { blockedPorts: { ...client.blockedPorts, [nextRowId('port', client.blockedPorts)]: row } });
    return { said: `Block ${describeTraffic(row)} in the network of ${client.name}`, select: [id] };
  });
}

/** Takes back that ports are blocked. */
export function removeBlockedPorts(design: Design, { client: id, row }: { readonly client: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const client = draft.need(id, 'client');
    const ports = client.blockedPorts[row] ?? refuse(`${client.name} has no blocked ports ${row}.`);
    draft.change(id, 'client', { blockedPorts: withoutRow(client.blockedPorts, row) });
    return { said: `Let ${describeTraffic(ports)} out of the network of ${client.name}`, select: [id] };
  });
}
