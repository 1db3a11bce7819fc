import { useMemo } from 'react';
import { useAppState } from '../app/app-context.ts';
import type { RowLook } from '../controls/table-column.ts';
import { findingsOfRows } from '../inspector/rows/findings-of-rows.ts';
import { judgeRows } from '../inspector/rows/judge-rows.ts';
import { proposedRows } from '../inspector/rows/proposed-rows.ts';
import { rowKey, type RuleDirection } from '../inspector/rows/row-key.ts';
import { asRowId } from '@core/model/ids.ts';
import { findingsOf } from '../store/report-slice.ts';
import { useDesign } from '../inspector/parts/use-edit.ts';
import { AddThisRule } from './add-this-rule.tsx';
import { listAclLines, type AclLine } from './acl-lines.ts';
import type { AclProps } from './acl-rules.tsx';
import { lookOfRule } from './look-of-rule.ts';

export interface AclLooksSource extends AclProps {
  readonly direction: RuleDirection;
  readonly added: AclLine | undefined;
}

/** The lines of one direction of an ACL, and how each looks: what it does to the question asked, what the check says. */
export function useAclLooks({ id, acl, direction, added }: AclLooksSource) {
  const design = useDesign();
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const report = useAppState((state) => state.report);
  const verdicts = useMemo(() => judgeRows(diagnosis, id), [diagnosis, id]);
  const findings = useMemo(() => findingsOfRows(findingsOf(report), id, (row, way) => asRowId(row) in acl[way]), [report, id, acl]);
  const lines = useMemo(
    () => listAclLines({ design, acl, direction, proposed: proposedRows(diagnosis?.blockers ?? [], id), added }),
    [design, acl, direction, diagnosis, id, added],
  );
  const look = (line: AclLine): RowLook => {
    const { fix } = line;
    if (line.kind === 'new')
      return {
        note: 'new',
        sentence: line.cidr === '' ? `Give the ${direction === 'inbound' ? 'source' : 'destination'}, such as 10.0.0.0/16, to add the rule.` : undefined,
      };
    if (line.kind === 'proposed') {
      return { faint: true, action: fix && <AddThisRule fix={fix} /> };
    }
    const key = rowKey(line.row, direction);
    return { ...lookOfRule({ verdict: verdicts.get(key), findings: findings.get(key) }), locked: line.kind === 'closing' };
  };
  return { lines, look };
}
