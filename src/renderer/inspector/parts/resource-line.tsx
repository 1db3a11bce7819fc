import type { ReactNode } from 'react';
import { useAppState, useStore } from '../../app/app-context.ts';
import { Glyph } from '../../controls/glyph.tsx';
import { joinClasses } from '../../controls/join-classes.ts';
import { factsOf } from '../../store/report-slice.ts';
import { glyphOf } from './glyph-of.ts';
import { findResource, nameOf } from './name-of.ts';
import styles from './parts.module.css';

/** A resource's name that selects it, and shows it on the canvas while it is pointed at. */
export function ResourceLink({ id, text }: { readonly id: string; readonly text?: string | undefined }) {
  const store = useStore();
  const design = useAppState((state) => state.design);
  const name = text ?? nameOf(design, id);
  const point = (keys: readonly string[]) => () => store.highlight(keys);
  if (!findResource(design, id)) return <span className={styles.missing}>{name} (not in the design)</span>;
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => store.select([id])}
      onPointerEnter={point([id])}
      onPointerLeave={point([])}
      onFocus={point([id])}
      onBlur={point([])}
    >
      {name}
    </button>
  );
}

/** The glyph of a resource in its own hue. */
export function ResourceGlyph({ id, size = 16 }: { readonly id: string; readonly size?: number | undefined }) {
  const resource = useAppState(({ design }) => findResource(design, id));
  const fact = useAppState(({ report }) => factsOf(report, id));
  return <Glyph id={resource ? glyphOf(resource, fact) : 'unmodelled'} hue="own" size={size} />;
}

export interface ResourceLineProps {
  readonly id: string;
  /** What stands at the end: an address, a word, a button. */
  readonly end?: ReactNode;
  /** Sets the end in mono. */
  readonly mono?: boolean | undefined;
  /** Marks the line as one that stops traffic. */
  readonly isBad?: boolean | undefined;
}

/** One resource in a list of the inspector. */
export function ResourceLine({ id, end, mono, isBad }: ResourceLineProps) {
  return (
    <li className={joinClasses(styles.line, isBad && styles.bad)}>
      <ResourceGlyph id={id} />
      <ResourceLink id={id} />
      {end !== undefined && <span className={joinClasses(styles.end, mono && styles.mono)}>{end}</span>}
    </li>
  );
}

/** Lines under each other; a sentence when there are none. */
export function LineList({ label, children, none }: { readonly label: string; readonly children: readonly ReactNode[]; readonly none?: string | undefined }) {
  if (children.length === 0) return none === undefined ? null : <p className={styles.soft}>{none}</p>;
  return (
    <ul className={styles.lines} aria-label={label}>
      {children}
    </ul>
  );
}
