import type { Blocker } from '@core/findings/diagnosis.ts';
import type { Fix } from '@core/findings/fix.ts';
import type { Operation } from '@core/patch/patch.ts';
import { parsePointer } from '@core/patch/pointer.ts';

/** A row that a fix would add to a resource. */
export interface ProposedRow {
  readonly fix: Fix;
  /** `routes`, `inbound`, `outbound`. */
  readonly field: string;
  readonly row: string;
  /** The row as the patch has it; its reader checks it. */
  readonly value: unknown;
}

/** The row an operation adds to a resource; `undefined` for any other operation. */
function rowOf(fix: Fix, operation: Operation, resource: string): ProposedRow | undefined {
  const [part, id, field, row, ...deeper] = parsePointer(operation.path) ?? [];
  if (operation.op !== 'add' || part !== 'resources' || id !== resource) return undefined;
  return field === undefined || row === undefined || deeper.length > 0 ? undefined : { fix, field, row, value: operation.value };
}

/** The rows that the fixes of an answer's blockers would add to a resource, each once. */
export function proposedRows(blockers: readonly Blocker[], resource: string): readonly ProposedRow[] {
  const all = blockers.flatMap(({ fixes }) => fixes).flatMap((fix) => fix.patch.map((operation) => rowOf(fix, operation, resource)));
  const found = new Map<string, ProposedRow>();
  for (const proposed of all) if (proposed && !found.has(`${proposed.field} ${proposed.row}`)) found.set(`${proposed.field} ${proposed.row}`, proposed);
  return [...found.values()];
}
