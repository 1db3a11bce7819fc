import { readCidr } from '@core/address/cidr.ts';
import { changeRoute, removeRoute } from '@core/editing/routes.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, asRowId, type ResourceId } from '@core/model/ids.ts';
import type { Route, RouteTable } from '@core/model/resources/index.ts';
import { useMemo, useState } from 'react';
import { useAppState, useStore } from '../../app/app-context.ts';
import { Button } from '../../controls/button.tsx';
import { EditableTable } from '../../controls/editable-table.tsx';
import { Section } from '../../controls/section.tsx';
import type { CellEdit, TableColumn } from '../../controls/table-column.ts';
import { findingsOf } from '../../store/report-slice.ts';
import { BlockDetails } from '../blocks/block-details.tsx';
import { refusalOf } from '../parts/refusal-of.ts';
import type { FormProps } from '../parts/form-props.ts';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { findingsOfRows } from '../rows/findings-of-rows.ts';
import { judgeRows } from '../rows/judge-rows.ts';
import { proposedRows } from '../rows/proposed-rows.ts';
import rows from '../rows/rows.module.css';
import { useAskedCell } from '../rows/use-asked-cell.ts';
import { useAskedRow } from '../rows/use-asked-row.ts';
import { addRoutes } from './add-routes.ts';
import { listRoutes, type RouteLine } from './list-routes.ts';
import { listTargets } from './list-targets.ts';
import { lookOfRoute } from './look-of-route.ts';

const NEW_ROW = 'new';
const targetOf = (text: string): Route['target'] => (text === 'local' ? 'local' : asResourceId(text));

interface TypedDestination {
  readonly routeTable: ResourceId;
  readonly line: RouteLine;
  readonly text: string;
}

function destinationProblem(design: Design, { routeTable, line, text }: TypedDestination): string | undefined {
  if (text === line.destination) return undefined;
  if (line.kind !== 'new') return refusalOf(changeRoute(design, { routeTable, row: asRowId(line.row), destination: text }));
  if (line.target !== '') return refusalOf(addRoutes(design, { routeTable, text, target: targetOf(line.target) }));
  return text.trim() === '' ? 'A route needs a destination, such as 0.0.0.0/0.' : undefined;
}

function columnsOf(design: Design, id: ResourceId, { vpc }: RouteTable): readonly TableColumn<RouteLine>[] {
  return [
    {
      id: 'destination',
      title: 'Destination',
      mono: true,
      read: ({ destination }) => destination,
      editor: () => ({ kind: 'text', placeholder: '0.0.0.0/0', problem: (line, text) => destinationProblem(design, { routeTable: id, line, text }) }),
    },
    {
      id: 'target',
      title: 'Target',
      read: ({ target }) => target,
      editor: () => ({
        kind: 'combobox',
        sections: ({ destination }) => listTargets(design, vpc, destination),
        searchPlaceholder: 'Gateway, instance or interface',
      }),
    },
  ];
}

/** What somebody is adding, until it is a route. */
interface NewRoute {
  readonly destination: string;
  readonly target: string;
}

function useRouteEditing({ id, value }: FormProps<'route-table'>) {
  const { edit } = useEdit();
  const [added, setAdded] = useState<NewRoute | undefined>();
  const { asked, ask, askNext } = useAskedCell();
  const put = (next: NewRoute) => {
    setAdded(next);
    if (next.destination === '' || next.target === '') {
      askNext({ rowId: NEW_ROW, columnId: next.destination === '' ? 'destination' : 'target' });
      return;
    }
    if (edit((now) => addRoutes(now, { routeTable: id, text: next.destination, target: targetOf(next.target) })) === undefined) setAdded(undefined);
  };
  const change = ({ rowId, columnId, text }: CellEdit) => {
    if (rowId === NEW_ROW) {
      if (added) put({ ...added, [columnId]: text });
      return;
    }
    const changes = columnId === 'target' ? { target: targetOf(text) } : { destination: text };
    edit((now) => changeRoute(now, { routeTable: id, row: asRowId(rowId), ...changes }));
  };
  const start = () => {
    const isFirst = !Object.values(value.routes).some(({ destination }) => destination === '0.0.0.0/0');
    setAdded({ destination: isFirst ? '0.0.0.0/0' : '', target: '' });
    ask({ rowId: NEW_ROW, columnId: isFirst ? 'target' : 'destination' });
  };
  const remove = (rowId: string) => {
    if (rowId === NEW_ROW) setAdded(undefined);
    else edit((now) => removeRoute(now, { routeTable: id, row: asRowId(rowId) }));
  };
  /** Several lines in a cell are several destinations, each with the target of that row. */
  const paste = (rowId: string, lines: readonly string[]) => {
    const text = lines.join(' ');
    const target = value.routes[asRowId(rowId)]?.target;
    if (target !== undefined) edit((now) => addRoutes(now, { routeTable: id, text, target }));
    else if (added) put({ ...added, destination: text });
  };
  return { added, asked, change, start, remove, paste };
}

/** The routes of a table, edited in place. The row that decides the question asked says so. */
export function RouteTableRoutes({ id, value }: FormProps<'route-table'>) {
  const design = useDesign();
  const store = useStore();
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const report = useAppState((state) => state.report);
  const editing = useRouteEditing({ id, value });
  const container = useAskedRow<HTMLDivElement>(id);
  const [focused, setFocused] = useState<string | undefined>();
  const verdicts = useMemo(() => judgeRows(diagnosis, id), [diagnosis, id]);
  const findings = useMemo(() => findingsOfRows(findingsOf(report), id), [report, id]);
  const lines = useMemo(() => listRoutes(design, value, proposedRows(diagnosis?.blockers ?? [], id)), [design, value, diagnosis, id]);
  const all: readonly RouteLine[] = editing.added ? [...lines, { row: NEW_ROW, ...editing.added, kind: 'new' }] : lines;
  const block = readCidr(all.find(({ row }) => row === focused)?.destination ?? '');
  return (
    <Section title="Routes" end="longest prefix wins">
      <div ref={container} className={rows.rows} onFocus={(event) => setFocused(event.target.closest<HTMLElement>('[data-row]')?.dataset['row'])}>
        <EditableTable
          bleed
          label="Routes"
          columns={columnsOf(design, id, value)}
          rows={all}
          rowId={({ row }) => row}
          rowName={({ destination }) => (destination === '' ? 'the new route' : `route to ${destination}`)}
          look={(line) => ({
            ...lookOfRoute(line, { verdict: verdicts.get(line.row), findings: findings.get(line.row) }),
            ...(line.fix && { action: <AddProposed onAdd={() => line.fix && store.applyFix(line.fix)} /> }),
          })}
          onEdit={editing.change}
          onRemove={editing.remove}
          onPasteLines={({ rowId, columnId, lines: pasted }) => columnId === 'destination' && editing.paste(rowId, pasted)}
          startEditing={editing.asked}
          add={{ label: 'Add route', onAdd: editing.start }}
        />
      </div>
      {block && <BlockDetails cidr={block} />}
    </Section>
  );
}

const AddProposed = ({ onAdd }: { readonly onAdd: () => void }) => (
  <Button size="small" onClick={onAdd}>
    Add
  </Button>
);
