import type { ReactNode } from 'react';
import { useId } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './section.module.css';

export interface SectionHeaderProps {
  readonly title: string;
  /** Words right after the title: how to read what follows. */
  readonly aside?: ReactNode;
  /** What stands at the end: a count, a remark, a button. */
  readonly end?: ReactNode;
  /** 24 px high instead of 16, for a header with a button. */
  readonly tall?: boolean | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly id?: string | undefined;
}

/** The line above a group of things. */
export function SectionHeader({ title, aside, end, tall, level = 3, id }: SectionHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={joinClasses(styles.head, tall && styles.tall)}>
      <Heading className={styles.title} id={id}>
        {title}
      </Heading>
      {aside && <span className={styles.aside}>{aside}</span>}
      {end && <span className={styles.end}>{end}</span>}
    </div>
  );
}

export interface SectionProps extends SectionHeaderProps {
  readonly children: ReactNode;
  /** Leaves out the line above. */
  readonly first?: boolean | undefined;
}

/** A part of the inspector: a title and what belongs to it, parted from the one above by a line. */
export function Section({ children, first, ...header }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id} data-first={first || undefined}>
      <SectionHeader {...header} id={id} />
      {children}
    </section>
  );
}

/** The 30 px head of a panel, such as Parts or Outline, with its buttons. */
export function PanelHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  );
}
