import { readTraffic } from '@core/editing/rule-traffic.ts';
import { changeGroupRule, removeGroupRule, type GivenGroupRule } from '@core/editing/security-group-rules.ts';
import type { Design } from '@core/model/design.ts';
import { asRowId, type ResourceId } from '@core/model/ids.ts';
import type { SecurityGroup } from '@core/model/resources/index.ts';
import { useState } from 'react';
import type { CellEdit } from '../controls/table-column.ts';
import { useEdit } from '../inspector/parts/use-edit.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { useAskedCell } from '../inspector/rows/use-asked-cell.ts';
import { addGroupRules } from './add-group-rules.ts';
import { readPeers, type GroupLine } from './group-lines.ts';
import { readPortsCell } from './ports-cell.ts';
import { trafficOfType } from './traffic-presets.ts';
import { nextColumn } from './use-acl-editing.ts';

const NEW_ROW = 'new';

export interface GroupProps {
  readonly id: ResourceId;
  readonly group: SecurityGroup;
}

function trafficOfCell({ traffic }: Pick<GroupLine, 'traffic'>, { columnId, text }: CellEdit): Partial<GivenGroupRule> {
  if (columnId === 'type') return trafficOfType(text);
  const read = readPortsCell(traffic.protocol, text);
  return read.ok ? read.traffic : {};
}

/** What an edited cell changes in a rule; `undefined` where the cell's text names no one peer. */
export function groupRuleOfCell(design: Design, line: Pick<GroupLine, 'traffic'>, cell: CellEdit): Partial<GivenGroupRule> | undefined {
  if (cell.columnId === 'description') return { description: cell.text };
  if (cell.columnId !== 'peer') return trafficOfCell(line, cell);
  const read = readPeers(design, cell.text);
  const peer = read.ok && read.peers.length === 1 ? read.peers[0] : undefined;
  return peer && { peer };
}

/** The line being added with one cell set. */
function withCell(line: GroupLine, cell: CellEdit): GroupLine {
  if (cell.columnId === 'peer') return { ...line, peer: cell.text.trim() };
  if (cell.columnId === 'description') return { ...line, description: cell.text };
  return { ...line, traffic: readTraffic({ ...line.traffic, ...trafficOfCell(line, cell) }) };
}

/** What somebody does to the rules of one direction of a group. A rule that is being added is one as soon as it has a peer. */
export function useGroupEditing({ id, group, direction }: GroupProps & { readonly direction: RuleDirection }) {
  const { edit } = useEdit();
  const [added, setAdded] = useState<GroupLine | undefined>();
  const { asked, ask, askNext } = useAskedCell();
  const place = { securityGroup: id, direction };
  const put = (line: GroupLine, next: 'ports' | 'peer' = 'peer') => {
    setAdded(line);
    if (line.peer === '') {
      askNext({ rowId: NEW_ROW, columnId: next });
      return;
    }
    const rule = { ...line.traffic, description: line.description };
    if (edit((design) => addGroupRules(design, { ...place, rule, text: line.peer })) === undefined) setAdded(undefined);
  };
  /** Several blocks in a cell are several rules, each as the rule of that row. */
  const paste = (row: string, lines: readonly string[]) => {
    const text = lines.join(' ');
    if (row === NEW_ROW) {
      if (added) put({ ...added, peer: text });
      return;
    }
    const before = group[direction][asRowId(row)];
    if (!before) return;
    const { peer: _peer, ...rule } = before;
    edit((design) => addGroupRules(design, { ...place, rule, text }));
  };
  const change = (cell: CellEdit) => {
    if (cell.rowId === NEW_ROW) {
      if (added) put(withCell(added, cell), nextColumn(cell));
      return;
    }
    const row = asRowId(cell.rowId);
    const before = group[direction][row];
    if (!before) return;
    if (cell.columnId === 'peer' && /[\s,;]/.test(cell.text.trim())) paste(cell.rowId, [cell.text]);
    else edit((design) => changeGroupRule(design, { ...place, row, rule: groupRuleOfCell(design, { traffic: before }, cell) ?? {} }));
  };
  const start = () => {
    setAdded({ row: NEW_ROW, kind: 'new', traffic: { protocol: 'tcp', fromPort: 443, toPort: 443 }, peer: '', description: '' });
    ask({ rowId: NEW_ROW, columnId: 'type' });
  };
  const remove = (row: string) => {
    if (row === NEW_ROW) setAdded(undefined);
    else edit((design) => removeGroupRule(design, { ...place, row: asRowId(row) }));
  };
  return { added, asked, change, start, remove, paste };
}
