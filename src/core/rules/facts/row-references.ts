import type { DanglingReference, Lookup } from '../../lookup/entries.ts';

/** References whose fault a rule about routes or about security group rules tells better. */
export function isRowReference(lookup: Lookup, { at, field }: DanglingReference): boolean {
  const kind = lookup.resource(at)?.kind;
  return (kind === 'route-table' && field === 'target') || (kind === 'security-group' && field === 'peer');
}
