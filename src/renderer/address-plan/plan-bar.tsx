import type { MenuEntry } from '../controls/menu-entry.ts';
import { readPlanCsv, takeOverPlan } from '@core/planning/read-plan.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { writePlanCsv, writePlanMarkdown } from '@core/planning/write-plan.ts';
import { useRef } from 'react';
import { useApp, type App } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Menu } from '../controls/menu.tsx';
import { suggestFileName } from '../files/suggest-file-name.ts';
import styles from './address-plan.module.css';

export type PlanView = 'map' | 'table';

export function Legend() {
  return (
    <span className={styles.legend} aria-hidden>
      {['public', 'private', 'free'].map((kind) => (
        <span key={kind}>
          <i data-kind={kind} />
          {kind}
        </span>
      ))}
    </span>
  );
}

async function copy({ store, host }: App, text: string, said: string): Promise<void> {
  const reply = await host.writeClipboard({ text });
  if (reply.ok) store.notify('note', said);
  else store.notify('problem', reply.problem.message);
}

async function save({ store, host }: App, plan: VpcPlan): Promise<void> {
  const reply = await host.exportFile({ kind: 'csv', suggestedName: suggestFileName(`${plan.name}-addresses`, '.csv'), content: writePlanCsv([plan]) });
  if (!reply.ok) store.notify('problem', reply.problem.message);
  else if (reply.value !== null) store.notify('note', `Exported ${reply.value}.`);
}

/** Takes a spreadsheet over as subnets; a wrong line or an overlap refuses it whole, in a sentence. */
function takeOver({ store }: App, vpc: VpcPlan, text: string): void {
  const read = readPlanCsv(text);
  if (!read.ok) store.notify('problem', read.problem.message);
  else store.edit((design, random) => takeOverPlan(design, { vpc: vpc.id, subnets: read.value, random }));
}

interface PlanBarProps {
  readonly plan: VpcPlan;
  readonly view: PlanView;
  readonly onView: (view: PlanView) => void;
  readonly isFullPage: boolean;
  readonly onFullPage: (isFullPage: boolean) => void;
  readonly onPlan: () => void;
  readonly onPrint: () => void;
}

/** What can be done with the plan as a whole. */
export function PlanBar({ plan, view, onView, isFullPage, onFullPage, onPlan, onPrint }: PlanBarProps) {
  const app = useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const entries: readonly MenuEntry[] = [
    { kind: 'action', id: 'markdown', label: 'Copy as Markdown', glyph: 'copy', onSelect: () => void copy(app, writePlanMarkdown(plan), `Copied the plan of ${plan.name} as Markdown.`) },
    { kind: 'action', id: 'copy-csv', label: 'Copy as CSV', glyph: 'copy', onSelect: () => void copy(app, writePlanCsv([plan]), `Copied the plan of ${plan.name} as CSV.`) },
    { kind: 'separator', id: 'files' },
    { kind: 'action', id: 'save', label: 'Save as CSV…', glyph: 'export', onSelect: () => void save(app, plan) },
    { kind: 'action', id: 'read', label: 'Take over a CSV…', glyph: 'import', onSelect: () => chooser.current?.click() },
    { kind: 'action', id: 'print', label: 'Print, or save as PDF…', glyph: 'file', onSelect: onPrint },
  ];
  return (
    <span className={styles.bar}>
      <Button size="small" onClick={onPlan}>
        Plan subnets…
      </Button>
      <Button size="small" pressed={view === 'table'} onClick={() => onView(view === 'map' ? 'table' : 'map')}>
        Table
      </Button>
      <Menu align="end" trigger={<IconButton glyph="more" size="small" label="Copy, save, take over and print the plan" />} entries={entries} />
      <IconButton glyph={isFullPage ? 'collapse' : 'expand'} size="small" label={isFullPage ? 'Back to the dock' : 'Full page'} pressed={isFullPage} onClick={() => onFullPage(!isFullPage)} />
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="CSV file of subnets"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void file.text().then((text) => takeOver(app, plan, text));
        }}
      />
    </span>
  );
}
