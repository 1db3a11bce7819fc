import { asRowId } from '@core/model/ids.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import type { RowLook } from '../controls/table-column.ts';
import { findingsOfRows } from '../inspector/rows/findings-of-rows.ts';
import { judgeRows } from '../inspector/rows/judge-rows.ts';
import { proposedRows } from '../inspector/rows/proposed-rows.ts';
import { rowKey, type RuleDirection } from '../inspector/rows/row-key.ts';
import { findingsOf } from '../store/report-slice.ts';
import { listGroupLines, type GroupLine } from './group-lines.ts';
import type { GroupProps } from './group-rules.tsx';
import { lookOfRule } from './look-of-rule.ts';

export interface GroupLooksSource extends GroupProps {
  readonly direction: RuleDirection;
  readonly added: GroupLine | undefined;
}

/** The lines of one direction of a group, and how each looks. */
export function useGroupLooks({ id, group, direction, added }: GroupLooksSource) {
  const store = useStore();
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const report = useAppState((state) => state.report);
  const verdicts = useMemo(() => judgeRows(diagnosis, id), [diagnosis, id]);
  const findings = useMemo(() => findingsOfRows(findingsOf(report), id, (row, way) => asRowId(row) in group[way]), [report, id, group]);
  const lines = useMemo(() => listGroupLines({ group, direction, proposed: proposedRows(diagnosis?.blockers ?? [], id), added }), [group, direction, diagnosis, id, added]);
  const look = ({ kind, row, peer, fix }: GroupLine): RowLook => {
    if (kind === 'new') return { note: 'new', sentence: peer ? undefined : `Choose the ${direction === 'inbound' ? 'source' : 'destination'} to add the rule.` };
    if (kind === 'rule') return lookOfRule({ verdict: verdicts.get(rowKey(row, direction)), findings: findings.get(rowKey(row, direction)) });
    return {
      faint: true,
      action: fix && (
        <Button size="small" title={fix.effect} onClick={() => store.applyFix(fix)}>
          Add this rule
        </Button>
      ),
    };
  };
  return { lines, look };
}
