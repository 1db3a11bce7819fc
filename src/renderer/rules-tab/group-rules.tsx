import { asRowId } from '@core/model/ids.ts';
import { useMemo, type ClipboardEvent } from 'react';
import { useAppState } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { EditableTable } from '../controls/editable-table.tsx';
import { SectionHeader } from '../controls/section.tsx';
import type { RowLook } from '../controls/table-column.ts';
import { Remark } from '../inspector/parts/remark.tsx';
import { useDesign } from '../inspector/parts/use-edit.ts';
import { findingsOfRows } from '../inspector/rows/findings-of-rows.ts';
import { judgeRows } from '../inspector/rows/judge-rows.ts';
import { proposedRows } from '../inspector/rows/proposed-rows.ts';
import { rowKey, type RuleDirection } from '../inspector/rows/row-key.ts';
import rows from '../inspector/rows/rows.module.css';
import { useAskedRow } from '../inspector/rows/use-asked-row.ts';
import { useMissing } from '../inspector/security-group-form.tsx';
import { findingsOf } from '../store/report-slice.ts';
import { AddThisRule } from './add-this-rule.tsx';
import { groupColumns } from './group-columns.tsx';
import { listGroupLines, readPeers, type GroupLine } from './group-lines.ts';
import { lookOfRule } from './look-of-rule.ts';
import styles from './rules-tab.module.css';
import { useGroupEditing, type GroupProps } from './use-group-editing.ts';

const WORDS = {
  inbound: { title: 'Inbound', aside: 'any match allows', none: 'It lets nothing in.', peer: 'source' },
  outbound: { title: 'Outbound', aside: 'stateful: replies pass', none: 'It lets nothing out.', peer: 'destination' },
} as const;

/** The rules of a security group, both directions. */
export function GroupRules({ id, group }: GroupProps) {
  const container = useAskedRow<HTMLDivElement>(id);
  const missing = useMissing(id);
  return (
    <>
      {missing.map((sentence) => (
        <div key={sentence} className={styles.note}>
          <Remark answer="fail">{sentence}</Remark>
        </div>
      ))}
      <div ref={container} className={`${styles.columns} ${rows.rows}`}>
        <GroupDirection id={id} group={group} direction="inbound" />
        <GroupDirection id={id} group={group} direction="outbound" />
      </div>
    </>
  );
}

interface DirectionProps extends GroupProps {
  readonly direction: RuleDirection;
}

function useGroupLooks({ id, group, direction, added }: DirectionProps & { readonly added: GroupLine | undefined }) {
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const report = useAppState((state) => state.report);
  const verdicts = useMemo(() => judgeRows(diagnosis, id), [diagnosis, id]);
  const findings = useMemo(() => findingsOfRows(findingsOf(report), id, (row, way) => asRowId(row) in group[way]), [report, id, group]);
  const lines = useMemo(
    () => listGroupLines({ group, direction, proposed: proposedRows(diagnosis?.blockers ?? [], id), added }),
    [group, direction, diagnosis, id, added],
  );
  const look = ({ kind, peer, row, fix }: GroupLine): RowLook => {
    if (kind === 'new') return { note: 'new', sentence: peer === '' ? `Give the ${WORDS[direction].peer}, such as 10.0.0.0/16, to add the rule.` : undefined };
    if (kind === 'proposed') return { faint: true, action: fix && <AddThisRule fix={fix} /> };
    const key = rowKey(row, direction);
    return lookOfRule({ verdict: verdicts.get(key), findings: findings.get(key) });
  };
  return { lines, look };
}

function GroupDirection(props: DirectionProps) {
  const { group, direction } = props;
  const design = useDesign();
  const editing = useGroupEditing(props);
  const { lines, look } = useGroupLooks({ ...props, added: editing.added });
  const { title, aside, none } = WORDS[direction];
  /** The list of sources takes no text by itself: one line pasted on its cell is taken as if it had been typed there. */
  const takePaste = (event: ClipboardEvent<HTMLElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column="peer"]') : null;
    const text = event.clipboardData.getData('text/plain').trim();
    if (!cell || cell !== event.target || !readPeers(design, text).ok) return;
    event.preventDefault();
    event.stopPropagation();
    editing.change({ rowId: cell.dataset['row'] ?? '', columnId: 'peer', text });
  };
  return (
    <section className={styles.side} data-direction={direction} aria-label={`${title} rules of ${group.name}`} onPasteCapture={takePaste}>
      <SectionHeader
        title={title}
        aside={aside}
        tall
        end={
          <Button kind="ghost" glyph="plus" size="small" onClick={editing.start}>
            Add rule
          </Button>
        }
      />
      <EditableTable
        label={`${title} rules`}
        columns={groupColumns(design, props, direction)}
        rows={lines}
        rowId={({ row }) => row}
        rowName={({ row, kind }) => (kind === 'new' ? 'the new rule' : `rule ${lines.findIndex((line) => line.row === row) + 1}`)}
        look={look}
        onEdit={editing.change}
        onRemove={editing.remove}
        onPasteLines={({ rowId, columnId, lines: pasted }) => columnId === 'peer' && editing.paste(rowId, pasted)}
        startEditing={editing.asked}
        emptySentence={none}
      />
    </section>
  );
}
