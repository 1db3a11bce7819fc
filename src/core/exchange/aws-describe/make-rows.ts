import type { z } from 'zod';
import { describeIssue } from '../../model/describe-issue.ts';
import { asRowId, type RowId } from '../../model/ids.ts';
import type { Draft } from './draft.ts';

export interface RowsOrder<Row> {
  /** AWS's top-level key and the id of what the rows belong to, for the note about a row that is no row. */
  readonly key: string;
  readonly id: string;
  /** What rows are called: `route` makes `route-1`, `route-2`, … */
  readonly prefix: string;
  readonly schema: z.ZodType<Row>;
  readonly values: readonly unknown[];
  /** A better end for a row's id than its number in the list, such as the number of a rule. */
  readonly numberOf?: (value: unknown) => string | undefined;
}

/** Rows with ids of the values that are as a row must be; the others are noted as skipped, with their place. */
export function makeRows<Row>(draft: Draft, order: RowsOrder<Row>): Record<RowId, Row> {
  const rows: Record<RowId, Row> = {};
  order.values.forEach((value, index) => {
    const parsed = order.schema.safeParse(value);
    if (parsed.success) {
      const wanted = `${order.prefix}-${order.numberOf?.(value) ?? index + 1}`;
      rows[asRowId(wanted in rows ? `${wanted}-${index + 1}` : wanted)] = parsed.data;
      return;
    }
    const issue = parsed.error.issues[0];
    const place = [order.key, order.id, `${order.prefix} ${index + 1}`];
    const sentence = issue ? describeIssue(issue, value, place).message : `${place.join(' › ')}: this could not be read.`;
    draft.note({ type: order.key, count: 1, outcome: 'skipped', sentence: `${sentence} It was left out.` });
  });
  return rows;
}
