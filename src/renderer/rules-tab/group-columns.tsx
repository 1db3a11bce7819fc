import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { TableColumn } from '../controls/table-column.ts';
import { PeerName } from '../inspector/parts/peer-name.tsx';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import type { GroupLine } from './group-lines.ts';
import { listPeers, readTypedPeer, valueOfPeer } from './peer-choices.ts';
import { hasPorts, hasTypes, readPortsCell, writePortsCell } from './ports-cell.ts';
import { readTypedProtocol, typeOf, typeSections } from './traffic-presets.ts';

function portsProblem({ traffic }: GroupLine, text: string): string | undefined {
  const read = readPortsCell(traffic.protocol, text);
  return read.ok || text === writePortsCell(traffic) ? undefined : read.problem;
}

/** The columns of the rules of a group. */
export function groupColumns(design: Design, id: ResourceId, direction: RuleDirection): readonly TableColumn<GroupLine>[] {
  return [
    {
      id: 'type',
      title: 'Type',
      read: ({ traffic }) => typeOf(traffic),
      editor: () => ({ kind: 'combobox', sections: () => typeSections, readTyped: (_line, typed) => readTypedProtocol(typed), searchPlaceholder: 'HTTPS, TCP, 47' }),
    },
    {
      id: 'ports',
      title: 'Ports',
      mono: true,
      read: ({ traffic }) => writePortsCell(traffic),
      editor: ({ traffic }) => (hasPorts(traffic.protocol) || hasTypes(traffic.protocol) ? { kind: 'text', placeholder: '443', problem: portsProblem } : undefined),
    },
    {
      id: 'peer',
      title: direction === 'inbound' ? 'Source' : 'Destination',
      read: ({ peer }) => valueOfPeer(peer),
      show: ({ peer }) => peer && <PeerName peer={peer} />,
      editor: () => ({ kind: 'combobox', sections: () => listPeers(design, id), readTyped: (_line, typed) => readTypedPeer(design, typed), searchPlaceholder: 'Group, block or pl-…' }),
    },
    { id: 'description', title: 'Description', read: ({ description }) => description, editor: () => ({ kind: 'text' }) },
  ];
}
