import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { Client } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
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

type Rows = Client['blockedPorts'];

interface Holder {
  /** "the network of laptop", "office" */
  readonly network: string;
  readonly rows: Rows;
  readonly put: (rows: Rows) => void;
}

/** A client with the network it is in, or a drawn on-premises network. */
function needHolder(draft: Draft, id: ResourceId): Holder {
  const resource = draft.find(id);
  if (resource?.kind === 'on-premises-network') {
    return { network: resource.name, rows: resource.blockedPorts ?? {}, put: (blockedPorts) => draft.change(id, 'on-premises-network', { blockedPorts }) };
  }
  const client = draft.need(id, 'client');
  return { network: `the network of ${client.name}`, rows: client.blockedPorts, put: (blockedPorts) => draft.change(id, 'client', { blockedPorts }) };
}

/** Says that a client's own network, or an on-premises network, lets nothing out to these ports. */
export function addBlockedPorts(design: Design, { client: id, ports }: { readonly client: ResourceId; readonly ports: BlockedPorts }): EditResult {
  return edit(design, (draft) => {
    const { network, rows, put } = needHolder(draft, id);
    const { fromPort = 0, toPort = 0 } = readTraffic(ports);
    const row = { protocol: ports.protocol, fromPort, toPort };
    put({ ...rows, [nextRowId('port', rows)]: row });
    return { said: `Block ${describeTraffic(row)} in ${network}`, select: [id] };
  });
}

/** Takes back that ports are blocked. */
export function removeBlockedPorts(design: Design, { client: id, row }: { readonly client: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const { network, rows, put } = needHolder(draft, id);
    const ports = rows[row] ?? refuse(`${draft.find(id)?.name ?? id} has no blocked ports ${row}.`);
    put(withoutRow(rows, row));
    return { said: `Let ${describeTraffic(ports)} out of ${network}`, select: [id] };
  });
}
