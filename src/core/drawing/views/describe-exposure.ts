import { formatHeaders, matchHeaders } from '../../address/ports.ts';
import type { ExposureRow } from '../../findings/exposure.ts';
import { nodeKeyOf, type Containers } from '../containers.ts';
import type { Scene } from '../scene.ts';
import { placeTag } from './place-tags.ts';
import type { ViewTag } from './views.ts';

const EVERYBODY = new Set(['0.0.0.0/0', '::/0']);
const NAMED_SOURCES = 2;

function sayPorts({ protocol, ports }: ExposureRow): readonly string[] {
  return ports.map(([fromPort, toPort]) => {
    const isRange = /^\d+-\d+$/.test(protocol);
    const match = isRange ? undefined : matchHeaders({ protocol: /^\d+$/.test(protocol) ? Number(protocol) : protocol, fromPort, toPort });
    return match ? formatHeaders(match) : `protocols ${protocol}`;
  });
}

function saySources(from: readonly string[]): string {
  if (from.some((source) => EVERYBODY.has(source))) return '';
  return from.length <= NAMED_SOURCES ? ` from ${from.join(', ')}` : ` from ${from.length} blocks`;
}

const sayRow = (row: ExposureRow): readonly string[] => sayPorts(row).map((words) => `${words}${saySources(row.from)}`);

/** What the internet reaches, at the lower border of each machine, as the evaluator says. */
export function describeExposure(containers: Containers, scene: Scene, rows: readonly ExposureRow[]): readonly ViewTag[] {
  const words = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = nodeKeyOf(containers, row.resource);
    if (key === undefined || !scene.byKey.has(key)) continue;
    const known = words.get(key) ?? new Set<string>();
    for (const said of sayRow(row)) known.add(said);
    words.set(key, known);
  }
  return [...words].flatMap(([key, said]) => {
    const node = scene.byKey.get(key);
    const list = [...said].join(', ');
    return node ? [placeTag(node, { view: 'exposure', text: `internet: ${list}`, title: `The internet reaches ${node.title}: ${list}` })] : [];
  });
}
