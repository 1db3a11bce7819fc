import type { KeyboardEvent, ReactNode } from 'react';
import { Combobox } from './combobox.tsx';
import styles from './editable-table.module.css';
import { readLines } from './grid-position.ts';
import { joinClasses } from './join-classes.ts';
import { Select } from './select.tsx';
import type { CellEditor, ChoiceEditor } from './table-column.ts';

export interface CellEditorViewProps<Row> {
  readonly row: Row;
  readonly editor: CellEditor<Row>;
  /** The column and the row in words. */
  readonly label: string;
  readonly text: string;
  /** What the cell shows while it is not edited. */
  readonly shown: ReactNode;
  readonly mono: boolean | undefined;
  readonly problemId: string | undefined;
  /** Whether the text was there before: it is selected then, so that typing replaces it. */
  readonly isUntouched: boolean;
  readonly onType: (text: string) => void;
  /** Takes the text over; Tab asks to go on with the next cell. */
  readonly onCommit: (text: string | undefined, next?: 'forward' | 'backward') => void;
  /** Leaves the cell as it was. */
  readonly onCancel: () => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
  readonly onPasteLines: ((lines: readonly string[]) => void) | undefined;
}

/** The input in place of a cell. */
export function CellEditorView<Row>(props: CellEditorViewProps<Row>) {
  const { editor } = props;
  if (editor.kind === 'text') return <TextCellEditor {...props} placeholder={editor.placeholder} />;
  return (
    <>
      <span className={styles.sizer} aria-hidden="true">
        {props.shown}
      </span>
      <span className={styles.editor}>
        <ChoiceCellEditor {...props} editor={editor} />
      </span>
    </>
  );
}

function ChoiceCellEditor<Row>(props: CellEditorViewProps<Row> & { readonly editor: ChoiceEditor<Row> }) {
  const { row, editor, label, text, onCommit, onCancel } = props;
  const shared = {
    label,
    shape: 'plain',
    value: text,
    defaultOpen: true,
    onChange: (value: string) => onCommit(value),
    onOpenChange: (open: boolean) => !open && onCancel(),
  } as const;
  if (editor.kind === 'select') return <Select {...shared} size="small" choices={editor.choices(row)} />;
  return (
    <Combobox
      {...shared}
      sections={editor.sections(row)}
      readTyped={(typed) => editor.readTyped?.(row, typed)}
      searchPlaceholder={editor.searchPlaceholder}
    />
  );
}

interface TextCellEditorProps<Row> extends CellEditorViewProps<Row> {
  readonly placeholder: string | undefined;
}

function TextCellEditor<Row>(props: TextCellEditorProps<Row>) {
  const { label, text, mono, problemId, isUntouched, placeholder, onType, onLeave, onPasteLines } = props;
  return (
    <>
      <span className={styles.sizer} aria-hidden="true">
        {text || placeholder}
      </span>
      <span className={joinClasses(styles.editor, mono && styles.mono)}>
        <input
          type="text"
          size={1}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          aria-label={label}
          aria-invalid={problemId === undefined ? undefined : true}
          aria-describedby={problemId}
          placeholder={placeholder}
          value={text}
          onChange={(event) => onType(event.target.value)}
          onFocus={(event) => isUntouched && event.target.select()}
          onBlur={onLeave}
          onKeyDown={(event) => handleEditorKey(event, props)}
          onPaste={(event) => {
            const lines = readLines(event.clipboardData.getData('text/plain'));
            if (lines.length < 2 || !onPasteLines) return;
            event.preventDefault();
            onPasteLines(lines);
          }}
        />
      </span>
    </>
  );
}

type EditorKeys = Pick<CellEditorViewProps<never>, 'onCommit' | 'onCancel'>;

function handleEditorKey(event: KeyboardEvent, { onCommit, onCancel }: EditorKeys): void {
  event.stopPropagation();
  if (event.key === 'Enter') onCommit(undefined);
  if (event.key === 'Escape') onCancel();
  if (event.key !== 'Tab') return;
  event.preventDefault();
  onCommit(undefined, event.shiftKey ? 'backward' : 'forward');
}
