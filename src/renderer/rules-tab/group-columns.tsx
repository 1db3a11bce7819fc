import type { Design } from '@core/model/design.ts';
import type { TableColumn } from '../controls/table-column.ts';
import { PeerName } from '../inspector/parts/peer-name.tsx';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { peerSections, readPeers, readTypedPeer, type GroupLine } from './group-lines.ts';
import { hasPorts, hasTypes, readPortsCell, writePortsCell } from './ports-cell.ts';
import { readTypedProtocol, typeOf, typeSections } from './traffic-presets.ts';
import type { GroupProps } from './use-group-editing.ts';

function portsProblem({ traffic }: GroupLine, text: string): string | undefined {
  const read = readPortsCell(traffic.protocol, text);
  return read.ok || text === writePortsCell(traffic) ? undefined : read.problem;
}

/** A group as the chip it is everywhere, a block or prefix list in mono. */
function showPeer(design: Design, text: string) {
  const read = readPeers(design, text);
  const [only] = read.ok ? read.peers : [];
  return only && read.ok && read.peers.length === 1 ? <PeerName peer={only} /> : <code>{text}</code>;
}

/** The columns of the rules of a group. */
export function groupColumns(design: Design, { id, group }: GroupProps, direction: RuleDirection): readonly TableColumn<GroupLine>[] {
  return [
    {
      id: 'type',
      title: 'Type',
      read: ({ traffic }) => typeOf(traffic),
      editor: () => ({
        kind: 'combobox',
        sections: () => typeSections,
        readTyped: (_line, typed) => readTypedProtocol(typed),
        searchPlaceholder: 'HTTPS, TCP, 47',
      }),
    },
    {
      id: 'ports',
      title: 'Ports',
      mono: true,
      read: ({ traffic }) => writePortsCell(traffic),
      editor: ({ traffic }) =>
        hasPorts(traffic.protocol) || hasTypes(traffic.protocol) ? { kind: 'text', placeholder: '443', problem: portsProblem } : undefined,
    },
    {
      id: 'peer',
      title: direction === 'inbound' ? 'Source' : 'Destination',
      read: ({ peer }) => peer,
      show: ({ peer }) => showPeer(design, peer),
      editor: () => ({
        kind: 'combobox',
        sections: () => peerSections(design, id, group),
        readTyped: (_line, typed) => readTypedPeer(design, typed),
        searchPlaceholder: 'Group, block or pl-…',
      }),
    },
    { id: 'description', title: 'Description', read: ({ description }) => description, editor: () => ({ kind: 'text' }) },
  ];
}
