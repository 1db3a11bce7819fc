import { addAclRule, changeAclRule } from '@core/editing/network-acl-rules.ts';
import { parseCidrOrAddress } from '@core/address/cidr.ts';
import { readCidrList } from '@core/editing/read-cidr-list.ts';
import type { Design } from '@core/model/design.ts';
import { asRowId, type ResourceId } from '@core/model/ids.ts';
import { ActionWord } from '../controls/action-word.tsx';
import type { TableColumn } from '../controls/table-column.ts';
import { refusalOf } from '../inspector/parts/refusal-of.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import type { AclLine } from './acl-lines.ts';
import { hasPorts, hasTypes, readPortsCell, writePortsCell } from './ports-cell.ts';
import { readTypedProtocol, typeOf, typeSections } from './traffic-presets.ts';

const NUMBER = /^\d{1,9}$/;
const ACTIONS = [
  { value: 'allow', label: 'Allow' },
  { value: 'deny', label: 'Deny' },
] as const;

interface Typed {
  readonly design: Design;
  readonly id: ResourceId;
  readonly direction: RuleDirection;
  readonly line: AclLine;
  readonly text: string;
}

function numberProblem({ design, id, direction, line, text }: Typed): string | undefined {
  if (text === line.number) return undefined;
  if (!NUMBER.test(text.trim())) return `“${text}” is not a rule number; type a whole number from 1 to 32,766.`;
  const number = Number(text);
  const place = { networkAcl: id, direction };
  if (line.kind === 'new') return refusalOf(addAclRule(design, { ...place, rule: { number, cidr: '0.0.0.0/0', action: 'deny' } }));
  return refusalOf(changeAclRule(design, { ...place, row: asRowId(line.row), rule: { number } }));
}

function portsProblem({ line, text }: Pick<Typed, 'line' | 'text'>): string | undefined {
  const read = readPortsCell(line.traffic.protocol, text);
  return read.ok || text === writePortsCell(line.traffic) ? undefined : read.problem;
}

function cidrProblem({ line, text }: Pick<Typed, 'line' | 'text'>): string | undefined {
  if (text === line.cidr) return undefined;
  if (line.kind === 'new') return readCidrList(text).problems[0];
  const parsed = parseCidrOrAddress(text);
  return parsed.ok ? undefined : parsed.problem;
}

/** The columns of the rules of an ACL. */
export function aclColumns(design: Design, id: ResourceId, direction: RuleDirection): readonly TableColumn<AclLine>[] {
  const place = { design, id, direction };
  return [
    {
      id: 'number',
      title: 'Rule',
      read: ({ number }) => number,
      editor: () => ({ kind: 'text', problem: (line, text) => numberProblem({ ...place, line, text }) }),
    },
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
        hasPorts(traffic.protocol) || hasTypes(traffic.protocol)
          ? { kind: 'text', placeholder: '443', problem: (line, text) => portsProblem({ line, text }) }
          : undefined,
    },
    {
      id: 'cidr',
      title: direction === 'inbound' ? 'Source' : 'Destination',
      mono: true,
      read: ({ cidr }) => cidr,
      editor: () => ({ kind: 'text', placeholder: '10.0.0.0/16', problem: (line, text) => cidrProblem({ line, text }) }),
    },
    {
      id: 'action',
      title: 'Action',
      read: ({ action }) => action,
      show: ({ action }) => <ActionWord stops={action === 'deny'}>{action === 'deny' ? 'Deny' : 'Allow'}</ActionWord>,
      editor: () => ({ kind: 'select', choices: () => ACTIONS }),
    },
  ];
}
