import { formatCount } from '@core/address/format-count.ts';
import { parseIpv4 } from '@core/address/ipv4.ts';
import type { PlanRow } from '@core/planning/write-plan.ts';

/** A column of the plan, on the screen and on paper. */
export interface PlanColumn {
  readonly id: string;
  readonly title: string;
  readonly isNumber?: boolean;
  readonly isMono?: boolean;
  readonly text: (row: PlanRow) => string;
  readonly compare: (a: PlanRow, b: PlanRow) => number;
}

const byText = (text: (row: PlanRow) => string) => (a: PlanRow, b: PlanRow): number => text(a).localeCompare(text(b), 'en', { numeric: true });
/** Orders rows by a count. */
export const byNumber = (count: (row: PlanRow) => number) => (a: PlanRow, b: PlanRow): number => count(a) - count(b);
/** The first address as a number. */
export const startOf = ({ first }: PlanRow): number => parseIpv4(first) ?? 0;

/** What is said of each block, in the order it is read. */
export const planColumns: readonly PlanColumn[] = [
  { id: 'name', title: 'Subnet', text: ({ name, kind }) => (kind === 'free' ? 'free' : name), compare: byText(({ name }) => name) },
  { id: 'cidr', title: 'CIDR', isMono: true, text: ({ cidr }) => cidr, compare: byNumber(startOf) },
  { id: 'zone', title: 'Availability Zone', text: ({ zone }) => zone, compare: byText(({ zone }) => zone) },
  { id: 'kind', title: 'Kind', text: ({ kind }) => kind, compare: byText(({ kind }) => kind) },
  { id: 'range', title: 'First – last', isMono: true, text: ({ first, last }) => `${first} – ${last}`, compare: byNumber(startOf) },
  { id: 'usable', title: 'Usable', isNumber: true, text: ({ usable }) => formatCount(usable), compare: byNumber(({ usable }) => usable) },
  { id: 'used', title: 'Used', isNumber: true, text: ({ used, kind }) => (kind === 'free' ? '' : formatCount(used)), compare: byNumber(({ used }) => used) },
];
