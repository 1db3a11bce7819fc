import { useState } from 'react';
import { ActionWord } from '../action-word.tsx';
import { Button } from '../button.tsx';
import { EditableTable } from '../editable-table.tsx';
import { IconButton } from '../icon-button.tsx';
import { Section, SectionHeader } from '../section.tsx';
import type { CellEdit, CellPlace, RowLook, TableColumn } from '../table-column.ts';
import { TabPanel, Tabs } from '../tabs.tsx';
import { protocols } from './field-shelf.tsx';
import styles from './gallery.module.css';
import { RouteInspector } from './route-inspector.tsx';

interface Rule {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly ports: string;
  readonly source: string;
  readonly stops: boolean;
}

const inbound: readonly Rule[] = [
  { id: 'a', number: '90', type: 'tcp', ports: '22', source: '0.0.0.0/0', stops: true },
  { id: 'b', number: '100', type: 'tcp', ports: '443', source: '0.0.0.0/0', stops: false },
  { id: 'c', number: '110', type: 'tcp', ports: '1024–65535', source: '0.0.0.0/0', stops: false },
  { id: 'd', number: '120', type: 'tcp', ports: '443', source: '203.0.113.0/24', stops: true },
  { id: 'e', number: '*', type: 'all', ports: 'all', source: '0.0.0.0/0', stops: true },
];
const outbound: readonly Rule[] = [
  { id: 'a', number: '100', type: 'tcp', ports: '443', source: '0.0.0.0/0', stops: false },
  { id: 'b', number: '110', type: 'tcp', ports: '80', source: '10.0.0.0/16', stops: false },
  { id: 'c', number: '120', type: 'tcp', ports: '1024–65535', source: '0.0.0.0/0', stops: false },
  { id: 'e', number: '*', type: 'all', ports: 'all', source: '0.0.0.0/0', stops: true },
];

const columnsOf = (rows: readonly Rule[], peer: string): readonly TableColumn<Rule>[] => [
  {
    id: 'number',
    title: 'Rule',
    read: (rule) => rule.number,
    editor: () => ({ kind: 'text', problem: (rule, text) => numberProblem(rows, rule, text) }),
  },
  {
    id: 'type',
    title: 'Type',
    read: (rule) => rule.type,
    editor: () => ({ kind: 'select', choices: () => protocols }),
  },
  { id: 'ports', title: 'Ports', mono: true, read: (rule) => rule.ports, editor: () => ({ kind: 'text' }) },
  { id: 'source', title: peer, mono: true, read: (rule) => rule.source, editor: () => ({ kind: 'text' }) },
  {
    id: 'action',
    title: 'Action',
    read: (rule) => (rule.stops ? 'deny' : 'allow'),
    show: (rule) => <ActionWord stops={rule.stops}>{rule.stops ? 'Deny' : 'Allow'}</ActionWord>,
    editor: () => ({
      kind: 'select',
      choices: () => [
        { value: 'allow', label: 'Allow' },
        { value: 'deny', label: 'Deny' },
      ],
    }),
  },
];

function numberProblem(rows: readonly Rule[], rule: Rule, text: string): string | undefined {
  if (rule.number === '*') return undefined;
  if (!/^\d+$/.test(text)) return `“${text}” is not a rule number; type a whole number from 1 to 32,766.`;
  const other = rows.find((row) => row.id !== rule.id && row.number === text);
  return other && `Rule ${text} is there already; choose another number.`;
}

const inboundLooks: Readonly<Record<string, RowLook>> = {
  b: { tone: 'pass', mark: { answer: 'pass', word: 'request passes' } },
  d: {
    struck: true,
    mark: { answer: 'warn', word: 'never reached' },
    sentence: 'Rule 100 already allows every packet this rule would deny. Give it a number below 100.',
  },
  e: { locked: true },
};
const outboundLooks: Readonly<Record<string, RowLook>> = {
  c: { faint: true, action: <Button size="small">Add this rule</Button> },
  e: { locked: true, tone: 'fail', mark: { answer: 'fail', word: 'reply dropped' } },
};

interface RulesProps {
  readonly title: string;
  readonly peer: string;
  readonly start: readonly Rule[];
  readonly looks: Readonly<Record<string, RowLook>>;
}

function Rules({ title, peer, start, looks }: RulesProps) {
  const [rules, setRules] = useState(start);
  const [asked, setAsked] = useState<CellPlace | undefined>();
  const edit = ({ rowId, columnId, text }: CellEdit) =>
    setRules((all) => all.map((rule) => (rule.id === rowId ? withCell(rule, columnId, text) : rule)));
  const add = () => {
    const id = `new-${rules.length}`;
    setRules((all) => [
      ...all.slice(0, -1),
      { id, number: '200', type: 'tcp', ports: '', source: '', stops: false },
      ...all.slice(-1),
    ]);
    setAsked({ rowId: id, columnId: 'number' });
  };
  const move = (rowId: string, toIndex: number) => {
    const row = rules.find(({ id }) => id === rowId);
    const others = rules.filter(({ id }) => id !== rowId);
    if (row) setRules([...others.slice(0, toIndex), row, ...others.slice(toIndex)]);
  };
  return (
    <section>
      <SectionHeader
        title={title}
        aside="first match decides"
        tall
        level={2}
        end={
          <Button kind="ghost" glyph="plus" size="small" onClick={add}>
            Add rule
          </Button>
        }
      />
      <EditableTable
        label={`${title} rules`}
        columns={columnsOf(rules, peer)}
        rows={rules}
        rowId={({ id }) => id}
        rowName={({ number }) => `rule ${number}`}
        look={({ id }) => looks[id] ?? {}}
        onEdit={edit}
        onRemove={(rowId) => setRules((all) => all.filter(({ id }) => id !== rowId))}
        onMove={move}
        onPasteLines={({ lines }) =>
          setRules((all) => [
            ...lines.map((line, index) => ({
              id: `p${index}`,
              number: String(300 + index),
              type: 'tcp',
              ports: '',
              source: line,
              stops: false,
            })),
            ...all,
          ])
        }
        startEditing={asked}
        sentenceStart="second"
      />
    </section>
  );
}

function withCell(rule: Rule, columnId: string, text: string): Rule {
  return columnId === 'action' ? { ...rule, stops: text === 'deny' } : { ...rule, [columnId]: text };
}

export function RuleShelf() {
  const [tab, setTab] = useState('acl');
  const [isOpen, setIsOpen] = useState(true);
  const own = isOpen
    ? [{ id: 'acl', label: 'acl-public', glyph: 'network-acl', hue: 'own', onClose: () => setIsOpen(false) } as const]
    : [];
  return (
    <section className={styles.group} aria-label="Rules">
      <Tabs
        label="Dock"
        value={isOpen || tab !== 'acl' ? tab : 'diagnose'}
        onChange={setTab}
        tabs={[
          { id: 'diagnose', label: 'Diagnose' },
          { id: 'problems', label: 'Problems', count: 5 },
          { id: 'plan', label: 'Address plan' },
          { id: 'exposure', label: 'Exposure', count: 2 },
          ...own,
        ]}
        end={<IconButton glyph="down" label="Collapse dock" size="small" />}
      >
        <TabPanel id="acl">
          <div className={styles.halves}>
            <Rules title="Inbound" peer="Source" start={inbound} looks={inboundLooks} />
            <Rules title="Outbound" peer="Destination" start={outbound} looks={outboundLooks} />
          </div>
        </TabPanel>
        <TabPanel id="diagnose">
          <Section title="Diagnose" first>
            Choose who wants to reach whom.
          </Section>
        </TabPanel>
      </Tabs>
      <RouteInspector />
    </section>
  );
}
