import { addressCount, formatAddress, formatCidr, lastAddress, type Cidr4 } from '../address/cidr.ts';
import { formatCount } from '../address/format-count.ts';
import { usableIpv4Addresses } from '../aws/subnet-sizes.ts';
import type { PlannedSubnet, VpcPlan } from './vpc-plan.ts';

/** One line of the plan as a table: a subnet, or what is free between subnets. */
export interface PlanRow {
  readonly name: string;
  readonly cidr: string;
  readonly zone: string;
  readonly kind: 'public' | 'private' | 'free';
  readonly first: string;
  readonly last: string;
  readonly addresses: number;
  readonly usable: number;
  readonly used: number;
  /** The subnet; `undefined` for what is free. */
  readonly subnet: PlannedSubnet | undefined;
}

const ends = (block: Cidr4): Pick<PlanRow, 'cidr' | 'first' | 'last' | 'addresses'> => ({
  cidr: formatCidr(block),
  first: formatAddress(block.first),
  last: formatAddress(lastAddress(block)),
  addresses: addressCount(block),
});

const toRow = (subnet: PlannedSubnet): PlanRow => ({ name: subnet.name, zone: subnet.zone, kind: subnet.isPublic ? 'public' : 'private', usable: subnet.usable, used: subnet.used, subnet, ...ends(subnet.block) });
const toFreeRow = (gap: Cidr4): PlanRow => ({ name: '', zone: '', kind: 'free', usable: usableIpv4Addresses(gap.prefixLength), used: 0, subnet: undefined, ...ends(gap) });

/** Every subnet and every free block of a VPC, by address. */
export function listPlanRows({ subnets, gaps }: VpcPlan): readonly PlanRow[] {
  const rows = [...subnets.map((subnet) => ({ at: subnet.block.first, row: toRow(subnet) })), ...gaps.map((gap) => ({ at: gap.first, row: toFreeRow(gap) }))];
  return rows.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

const HEAD = ['Subnet', 'CIDR', 'Availability Zone', 'Kind', 'First', 'Last', 'Addresses', 'Usable', 'Used'] as const;

const cellsOf = ({ name, cidr, zone, kind, first, last, addresses, usable, used }: PlanRow, write: (count: number) => string): readonly string[] => [name, cidr, zone, kind, first, last, write(addresses), write(usable), kind === 'free' ? '' : write(used)];

/** How much of a VPC is taken, in a sentence. */
export const sayAllocation = ({ allocated, total, free }: VpcPlan): string =>
  `${formatCount(allocated)} of ${formatCount(total)} addresses are allocated, ${formatCount(free)} are free. AWS keeps five addresses of each subnet.`;

/** The plan as a table of Markdown, under the name of the VPC. */
export function writePlanMarkdown(plan: VpcPlan): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rows = listPlanRows(plan).map((row) => line(cellsOf(row, formatCount)));
  const title = `## ${plan.name} (${plan.blocks.map(formatCidr).join(', ')})`;
  return [title, '', sayAllocation(plan), '', line(HEAD), line(HEAD.map((_, index) => (index < 6 ? '---' : '---:'))), ...rows, ''].join('\n');
}

/** RFC 4180: a cell with a comma, a quote or a line end is quoted. A cell that a spreadsheet would take for a formula is too. */
function writeCell(text: string): string {
  const safe = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The plan as CSV with a head. https://www.rfc-editor.org/rfc/rfc4180 */
export function writePlanCsv(plans: readonly VpcPlan[]): string {
  const lines = plans.flatMap((plan) => listPlanRows(plan).map((row) => [plan.name, ...cellsOf(row, String)]));
  return [['VPC', ...HEAD], ...lines].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}
