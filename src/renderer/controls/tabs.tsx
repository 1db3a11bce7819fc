import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { Hue } from '@core/drawing/tokens.ts';
import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { CountBadge } from './chip.tsx';
import { Glyph } from './glyph.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly glyph?: GlyphId | undefined;
  readonly hue?: Hue | 'own' | undefined;
  readonly count?: number | undefined;
  readonly countTone?: 'fail' | 'warn' | undefined;
  /** With it the tab can be closed, with its cross or the Delete key, and stands apart from those that stay. */
  readonly onClose?: (() => void) | undefined;
}

export interface TabsProps {
  /** The name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What stands at the end of the row, such as a button that collapses the dock. */
  readonly end?: ReactNode;
  /** One `TabPanel` for each tab, or none while the dock is collapsed. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** A row of tabs as on the dock, and what they show. */
export function Tabs({ label, tabs, value, onChange, end, children, className }: TabsProps) {
  return (
    <Primitive.Root
      className={joinClasses(styles.root, className)}
      value={value}
      onValueChange={onChange}
      activationMode="manual"
    >
      <div className={styles.bar}>
        <Primitive.List className={styles.list} aria-label={label} loop>
          {tabs.map((tab, index) => (
            <TabButton key={tab.id} tab={tab} apart={index > 0 && isFirstClosable(tabs, index)} />
          ))}
        </Primitive.List>
        {end && <div className={styles.end}>{end}</div>}
      </div>
      {children}
    </Primitive.Root>
  );
}

export interface TabPanelProps {
  readonly id: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** What a tab shows. It is built when the tab is chosen. */
export function TabPanel({ id, children, className }: TabPanelProps) {
  return (
    <Primitive.Content className={joinClasses(styles.panel, className)} value={id}>
      {children}
    </Primitive.Content>
  );
}

function isFirstClosable(tabs: readonly Tab[], index: number): boolean {
  return tabs[index]?.onClose !== undefined && tabs[index - 1]?.onClose === undefined;
}

function TabButton({ tab, apart }: { readonly tab: Tab; readonly apart: boolean }) {
  const { id, label, glyph, hue, count, countTone, onClose } = tab;
  return (
    <Primitive.Trigger
      className={joinClasses(styles.tab, apart && styles.apart)}
      value={id}
      aria-keyshortcuts={onClose && 'Delete'}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' || !onClose) return;
        focusNeighbour(event.currentTarget);
        onClose();
      }}
      onAuxClick={(event) => event.button === 1 && onClose?.()}
    >
      {glyph && <Glyph id={glyph} hue={hue} size={14} />}
      {label}
      {count !== undefined && count > 0 && <CountBadge count={count} tone={countTone} />}
      {onClose && <TabCross onClose={onClose} />}
    </Primitive.Trigger>
  );
}

/** Keeps the focus in the row of tabs when a tab goes. */
function focusNeighbour(tab: HTMLElement): void {
  const neighbour = tab.nextElementSibling ?? tab.previousElementSibling;
  if (neighbour instanceof HTMLElement) neighbour.focus();
}

/** For the mouse alone: a button inside a tab is nothing a screen reader can reach; the Delete key does the same. */
function TabCross({ onClose }: { readonly onClose: () => void }) {
  return (
    <span
      className={styles.close}
      aria-hidden="true"
      title="Close"
      onMouseDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => {
        event.stopPropagation();
        onClose();
      }}
    >
      <Glyph id="close" size={12} />
    </span>
  );
}
