import { capitalise, pluralOf } from '@core/editing/nouns.ts';
import type { FieldChange, ResourceChange } from '@core/findings/comparison.ts';
import type { ResourceKind } from '@core/model/resources/index.ts';
import { useMemo, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { ChangeSign } from './change-sign.tsx';
import styles from './changes.module.css';
import { groupByKind } from './group-by-kind.ts';

const PAGE = 200;
/** Rows of one resource that are shown at once; a long table is opened by its own button. */
const MOST_FIELDS = 8;

/** Every resource that is new, gone or not the same, by kind. Choosing one selects it and brings it into view. */
export function ChangeList({ changes }: { readonly changes: readonly ResourceChange[] }) {
  const [shown, setShown] = useState(PAGE);
  const groups = useMemo(() => groupByKind(changes.slice(0, shown)), [changes, shown]);
  if (changes.length === 0) return <EmptyState sentence="No resource differs." />;
  return (
    <div className={styles.list} role="group" aria-label="Changes">
      {groups.map(([kind, members]) => (
        <KindGroup key={kind} kind={kind} changes={members} />
      ))}
      {changes.length > shown && <Button onClick={() => setShown(shown + PAGE)}>{`Show more of ${changes.length.toLocaleString('en')}`}</Button>}
    </div>
  );
}

function KindGroup({ kind, changes }: { readonly kind: ResourceKind; readonly changes: readonly ResourceChange[] }) {
  return (
    <section>
      <h3 className={styles.kind}>{capitalise(pluralOf(kind))}</h3>
      <ul className={styles.rows}>
        {changes.map((change) => (
          <ChangeRow key={`${change.change} ${change.resource}`} change={change} />
        ))}
      </ul>
    </section>
  );
}

function ChangeRow({ change }: { readonly change: ResourceChange }) {
  const { store, canvas } = useApp();
  const { resource, name, fields } = change;
  const show = (): void => {
    store.showChange(resource);
    if (change.change === 'removed') return;
    store.select([resource]);
    canvas.current?.reveal(resource);
  };
  const isNamed = name !== '' && name !== resource;
  return (
    <li className={styles.row} onPointerEnter={() => store.highlight([resource])} onPointerLeave={() => store.highlight([])}>
      <button type="button" className={styles.head} onClick={show}>
        <span className={styles.word} data-change={change.change}>
          <ChangeSign change={change.change} />
          {change.change}
        </span>
        <span className={styles.name}>
          {isNamed && <b>{name}</b>} <span className={styles.id}>{resource}</span>
        </span>
      </button>
      {fields.length > 0 && <Fields fields={fields} />}
    </li>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldChange[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? fields : fields.slice(0, MOST_FIELDS);
  return (
    <ul className={styles.fields}>
      {shown.map(({ label, before, after }, index) => (
        <li key={`${label} ${index}`}>
          <span className={styles.label}>{before === null ? `${label} added` : after === null ? `${label} removed` : label}</span>
          {before !== null && <del>{before}</del>}
          {before !== null && after !== null && <span aria-hidden="true">→</span>}
          {after !== null && <ins>{after}</ins>}
        </li>
      ))}
      {shown.length < fields.length && (
        <li>
          <Button size="small" onClick={() => setOpen(true)}>{`Show ${(fields.length - shown.length).toLocaleString('en')} more`}</Button>
        </li>
      )}
    </ul>
  );
}
