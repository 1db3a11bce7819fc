import { canonicalAddress, parseCidrOrAddress } from '@core/address/cidr.ts';
import { changeAclRule, freeRuleNumber, moveAclRule, removeAclRule, type GivenAclRule } from '@core/editing/network-acl-rules.ts';
import { readTraffic } from '@core/editing/rule-traffic.ts';
import { asRowId } from '@core/model/ids.ts';
import { useState } from 'react';
import type { CellEdit } from '../controls/table-column.ts';
import { useEdit } from '../inspector/parts/use-edit.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { useAskedCell } from '../inspector/rows/use-asked-cell.ts';
import { positionOf, type AclLine } from './acl-lines.ts';
import type { AclProps } from './acl-rules.tsx';
import { addAclRules } from './add-acl-rules.ts';
import { hasPorts, hasTypes, readPortsCell } from './ports-cell.ts';
import { trafficOfType } from './traffic-presets.ts';

export const NEW_ROW = 'new';

/** A bare address is its own block, as everywhere in a rule. */
function blockOf(text: string): string {
  const parsed = parseCidrOrAddress(text);
  return parsed.ok ? parsed.canonical : (canonicalAddress(text) ?? text);
}

/** What an edited cell changes in a rule; `undefined` when the text means nothing. */
export function ruleOfCell({ traffic }: Pick<AclLine, 'traffic'>, { columnId, text }: Pick<CellEdit, 'columnId' | 'text'>): Partial<GivenAclRule> | undefined {
  switch (columnId) {
    case 'number':
      return { number: Number(text) };
    case 'type':
      return trafficOfType(text);
    case 'ports': {
      const read = readPortsCell(traffic.protocol, text);
      return read.ok ? read.traffic : undefined;
    }
    case 'cidr':
      return { cidr: blockOf(text) };
    default:
      return { action: text === 'deny' ? 'deny' : 'allow' };
  }
}

/** The line being added with one cell set. */
function withCell(line: AclLine, { columnId, text }: CellEdit): AclLine {
  if (columnId === 'cidr') return { ...line, cidr: text.trim() };
  const { number, action, cidr: _cidr, ...traffic } = ruleOfCell(line, { columnId, text }) ?? {};
  return {
    ...line,
    number: number === undefined ? line.number : String(number),
    action: action ?? line.action,
    traffic: readTraffic({ ...line.traffic, ...traffic }),
  };
}

/** Where to go on after a cell of a rule that is being added: a protocol alone needs its ports first. */
export function nextColumn({ columnId, text }: Pick<CellEdit, 'columnId' | 'text'>): 'ports' | 'peer' {
  return columnId === 'type' && (hasPorts(text) || hasTypes(text)) ? 'ports' : 'peer';
}

/** What somebody does to the rules of one direction of an ACL. A rule that is being added is one as soon as it has a source. */
export function useAclEditing({ id, acl, direction }: AclProps & { readonly direction: RuleDirection }) {
  const { edit } = useEdit();
  const [added, setAdded] = useState<AclLine | undefined>();
  const { asked, ask, askNext } = useAskedCell();
  const place = { networkAcl: id, direction };
  const put = (line: AclLine, next = 'cidr') => {
    setAdded(line);
    if (line.cidr === '') {
      askNext({ rowId: NEW_ROW, columnId: next });
      return;
    }
    const rule = { ...line.traffic, number: Number(line.number), action: line.action };
    if (edit((design) => addAclRules(design, { ...place, rule, text: line.cidr })) === undefined) setAdded(undefined);
  };
  const change = (cell: CellEdit) => {
    if (cell.rowId === NEW_ROW) {
      if (added) put(withCell(added, cell), nextColumn(cell) === 'ports' ? 'ports' : 'cidr');
      return;
    }
    const row = asRowId(cell.rowId);
    const before = acl[direction][row];
    const rule = before && ruleOfCell({ traffic: before }, cell);
    if (rule) edit((design) => changeAclRule(design, { ...place, row, rule }));
  };
  const start = () => {
    setAdded(newLine(freeNumber(acl, direction)));
    ask({ rowId: NEW_ROW, columnId: 'type' });
  };
  const remove = (row: string) => {
    if (row === NEW_ROW) setAdded(undefined);
    else edit((design) => removeAclRule(design, { ...place, row: asRowId(row) }));
  };
  const move = (lines: readonly AclLine[], row: string, toIndex: number) => {
    if (row !== NEW_ROW) edit((design) => moveAclRule(design, { ...place, row: asRowId(row), position: positionOf(lines, row, toIndex) }));
  };
  /** Several lines in a cell are several rules, each as the rule of that row. */
  const paste = (row: string, lines: readonly string[]) => {
    const text = lines.join(' ');
    if (row === NEW_ROW) {
      if (added) put({ ...added, cidr: text });
      return;
    }
    const before = acl[direction][asRowId(row)];
    if (!before) return;
    const { number: _number, cidr: _cidr, ...rule } = before;
    edit((design) => addAclRules(design, { ...place, rule, text }));
  };
  return { added, asked, change, start, remove, move, paste };
}

const newLine = (number: number): AclLine => ({
  row: NEW_ROW,
  kind: 'new',
  number: String(number),
  traffic: { protocol: 'tcp', fromPort: 443, toPort: 443 },
  cidr: '',
  action: 'allow',
});

const LAST_RESORT = 32_766;

/** A number behind the last rule; where none is free there, the refusal comes when the rule is added. */
function freeNumber(acl: AclProps['acl'], direction: RuleDirection): number {
  const taken = Object.values(acl[direction]).map(({ number }) => number);
  return Math.max(0, ...taken) >= LAST_RESORT ? LAST_RESORT : freeRuleNumber(acl[direction]);
}
