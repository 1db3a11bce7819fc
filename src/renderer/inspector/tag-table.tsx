import type { ResourceId } from '@core/model/ids.ts';
import { useState } from 'react';
import { Button } from '../controls/button.tsx';
import { EditableTable } from '../controls/editable-table.tsx';
import type { CellEdit, TableColumn } from '../controls/table-column.ts';
import { useAskedCell } from './rows/use-asked-cell.ts';
import { useEdit } from './parts/use-edit.ts';

interface TagRow {
  readonly key: string;
  readonly value: string;
}

const NEW_ROW = '#new';
const EMPTY: TagRow = { key: '', value: '' };

const columnsOf = (tags: Readonly<Record<string, string>>): readonly TableColumn<TagRow>[] => [
  {
    id: 'key',
    title: 'Key',
    width: '45%',
    read: ({ key }) => key,
    editor: () => ({ kind: 'text', placeholder: 'Environment', problem: (row, text) => keyProblem(tags, row, text) }),
  },
  { id: 'value', title: 'Value', read: ({ value }) => value, editor: () => ({ kind: 'text', placeholder: 'production' }) },
];

function keyProblem(tags: Readonly<Record<string, string>>, { key }: TagRow, text: string): string | undefined {
  if (text === key) return undefined;
  if (text.trim() === '') return 'A tag needs a key; Escape puts it back.';
  return Object.hasOwn(tags, text.trim()) ? `There is a tag ${text.trim()} already; choose another key.` : undefined;
}

/** The tags with one of them renamed or set to another value; the order stays. */
export function withTag(tags: Readonly<Record<string, string>>, rowId: string, { key, value }: TagRow): Readonly<Record<string, string>> {
  const entries = Object.entries(tags).map(([name, content]): [string, string] => (name === rowId ? [key, value] : [name, content]));
  return Object.fromEntries(rowId in tags ? entries : [...entries, [key, value]]);
}

/** Tags, edited in place. A new one is kept as soon as it has a key. */
export function TagTable({ id, tags }: { readonly id: ResourceId; readonly tags: Readonly<Record<string, string>> }) {
  const { set } = useEdit();
  const [isAdding, setIsAdding] = useState(false);
  const { asked, ask, askNext } = useAskedCell();
  const rows = [...Object.entries(tags).map(([key, value]): TagRow => ({ key, value })), ...(isAdding ? [EMPTY] : [])];
  const put = (next: Readonly<Record<string, string>>) => set({ resource: id, path: ['tags'], value: Object.keys(next).length === 0 ? undefined : next });
  const edit = ({ rowId, columnId, text }: CellEdit) => {
    const row = { key: rowId === NEW_ROW ? '' : rowId, value: tags[rowId] ?? '' };
    const changed = columnId === 'key' ? { ...row, key: text.trim() } : { ...row, value: text };
    if (changed.key === '') return;
    setIsAdding(false);
    put(withTag(tags, rowId, changed));
    if (rowId === NEW_ROW) askNext({ rowId: changed.key, columnId: 'value' });
  };
  const remove = (rowId: string) => {
    if (rowId === NEW_ROW) {
      setIsAdding(false);
      return;
    }
    const { [rowId]: _gone, ...others } = tags;
    put(others);
  };
  const start = () => {
    setIsAdding(true);
    ask({ rowId: NEW_ROW, columnId: 'key' });
  };
  if (rows.length === 0) {
    return (
      <Button glyph="plus" onClick={start}>
        Add tag
      </Button>
    );
  }
  return (
    <EditableTable
      bleed
      label="Tags"
      columns={columnsOf(tags)}
      rows={rows}
      rowId={({ key }) => (key === '' ? NEW_ROW : key)}
      rowName={({ key }) => (key === '' ? 'the new tag' : `tag ${key}`)}
      onEdit={edit}
      onRemove={remove}
      startEditing={asked}
      add={{ label: 'Add tag', onAdd: start }}
    />
  );
}
