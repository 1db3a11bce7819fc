import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkAcl } from '@core/model/resources/index.ts';
import { Button } from '../controls/button.tsx';
import { EditableTable } from '../controls/editable-table.tsx';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { Menu } from '../controls/menu.tsx';
import { SectionHeader } from '../controls/section.tsx';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import rows from '../inspector/rows/rows.module.css';
import { useAskedRow } from '../inspector/rows/use-asked-row.ts';
import { useDesign, useEdit } from '../inspector/parts/use-edit.ts';
import { aclColumns } from './acl-columns.tsx';
import { renumberRules } from './add-acl-rules.ts';
import { ReplyMatrix } from './reply-matrix.tsx';
import styles from './rules-tab.module.css';
import { useAclEditing } from './use-acl-editing.ts';
import { useAclLooks } from './use-acl-looks.tsx';

const TITLES = { inbound: 'Inbound', outbound: 'Outbound' } as const;

export interface AclProps {
  readonly id: ResourceId;
  readonly acl: NetworkAcl;
}

/** The rules of a network ACL, both directions. */
export function AclRules({ id, acl }: AclProps) {
  const container = useAskedRow<HTMLDivElement>(id);
  return (
    <div ref={container} className={`${styles.columns} ${rows.rows}`}>
      <AclDirection id={id} acl={acl} direction="inbound" />
      <AclDirection id={id} acl={acl} direction="outbound" />
    </div>
  );
}

function AclDirection(props: AclProps & { readonly direction: RuleDirection }) {
  const { id, acl, direction } = props;
  const design = useDesign();
  const editing = useAclEditing(props);
  const { lines, look } = useAclLooks({ ...props, added: editing.added });
  const title = TITLES[direction];
  return (
    <section className={styles.side} data-direction={direction} aria-label={`${title} rules of ${acl.name}`}>
      <SectionHeader
        title={title}
        aside="first match decides"
        tall
        end={
          <span className={styles.headEnd}>
            <Button kind="ghost" glyph="plus" size="small" onClick={editing.start}>
              Add rule
            </Button>
            <RenumberMenu id={id} direction={direction} isEmpty={Object.keys(acl[direction]).length === 0} />
          </span>
        }
      />
      <EditableTable
        label={`${title} rules`}
        columns={aclColumns(design, id, direction)}
        rows={lines}
        rowId={({ row }) => row}
        rowName={({ kind, number }) => (kind === 'closing' ? 'the closing rule' : `rule ${number}`)}
        look={look}
        onEdit={editing.change}
        onRemove={editing.remove}
        onMove={(row, toIndex) => editing.move(lines, row, toIndex)}
        onPasteLines={({ rowId, columnId, lines: pasted }) => columnId === 'cidr' && editing.paste(rowId, pasted)}
        startEditing={editing.asked}
        sentenceStart="second"
      />
      <ReplyMatrix id={id} acl={acl} direction={direction} />
    </section>
  );
}

interface RenumberMenuProps {
  readonly id: ResourceId;
  readonly direction: RuleDirection;
  readonly isEmpty: boolean;
}

function RenumberMenu({ id, direction, isEmpty }: RenumberMenuProps) {
  const { edit } = useEdit();
  const entry = (step: number, label: string): MenuEntry => ({
    kind: 'action',
    id: `by-${step}`,
    label,
    disabled: isEmpty,
    onSelect: () => edit((design) => renumberRules(design, { networkAcl: id, direction, step })),
  });
  return (
    <Menu
      align="end"
      entries={[entry(10, 'Renumber 100, 110, 120, …'), entry(100, 'Renumber 100, 200, 300, …')]}
      trigger={
        <Button kind="ghost" size="small" disabled={isEmpty}>
          Renumber
        </Button>
      }
    />
  );
}
