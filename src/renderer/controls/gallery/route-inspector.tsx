import { EditableTable } from '../editable-table.tsx';
import { KeyValueList } from '../key-value-list.tsx';
import { PanelHeader, Section } from '../section.tsx';
import type { RowLook, TableColumn } from '../table-column.ts';
import { IconButton } from '../icon-button.tsx';
import { endpoints } from './field-shelf.tsx';
import styles from './gallery.module.css';

interface Route {
  readonly destination: string;
  readonly target: string;
  readonly look: RowLook;
}

const routes: readonly Route[] = [
  { destination: '10.0.0.0/16', target: 'local', look: { locked: true } },
  {
    destination: '0.0.0.0/0',
    target: 'igw-app',
    look: {
      tone: 'pass',
      mark: { answer: 'pass', word: 'decides' },
      sentence: 'The reply to the client leaves here: no longer prefix matches.',
    },
  },
  { destination: '192.168.0.0/16', target: 'vgw-office', look: { locked: true, note: 'propagated' } },
  {
    destination: '10.8.0.0/16',
    target: 'pcx-legacy',
    look: {
      mark: { answer: 'warn', word: 'blackhole' },
      sentence: 'pcx-legacy was deleted. Traffic to 10.8.0.0/16 is dropped; remove the route or replace its target.',
    },
  },
];

const columns: readonly TableColumn<Route>[] = [
  {
    id: 'destination',
    title: 'Destination',
    mono: true,
    read: (route) => route.destination,
    editor: () => ({ kind: 'text' }),
  },
  {
    id: 'target',
    title: 'Target',
    read: (route) => route.target,
    editor: () => ({ kind: 'combobox', sections: () => endpoints }),
  },
];

export function RouteInspector() {
  return (
    <div className={styles.inspector}>
      <PanelHeader title="rtb-public">
        <IconButton glyph="more" label="Options" size="small" />
      </PanelHeader>
      <Section title="Routes" end="longest prefix wins">
        <EditableTable
          bleed
          label="Routes"
          columns={columns}
          rows={routes}
          rowId={({ destination }) => destination}
          rowName={({ destination }) => `route to ${destination}`}
          look={({ look }) => look}
          onEdit={() => undefined}
          add={{ label: 'Add route', onAdd: () => undefined }}
        />
      </Section>
      <Section title="Block">
        <KeyValueList
          items={[
            { key: 'First, last', value: '10.0.0.0 – 10.0.1.255', mono: true },
            { key: 'Reserved', value: 'five addresses of each subnet belong to AWS' },
          ]}
        />
      </Section>
    </div>
  );
}
