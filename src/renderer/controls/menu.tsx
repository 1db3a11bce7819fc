import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { MenuEntries } from './menu-entries.tsx';
import type { MenuEntry } from './menu-entry.ts';
import styles from './menu.module.css';

/** A menu that is higher than the window scrolls, and what scrolls has to be within reach of the keys (WCAG 2.1.1). */
const SCROLLED_BY_KEYS = 0;

export interface MenuProps {
  /** One button. */
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end' | undefined;
}

/** A menu that a button opens. */
export function Menu({ trigger, entries, align = 'start' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} loop tabIndex={SCROLLED_BY_KEYS}>
          <MenuEntries entries={entries} parts={DropdownMenu} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuAtPointProps {
  /** Where it opens, in px of the window; undefined while it is closed. */
  readonly point: { readonly x: number; readonly y: number } | undefined;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** A menu that opens at a point: for surfaces that find out themselves what was clicked, such as a canvas. */
export function MenuAtPoint({ point, label, entries, onClose }: MenuAtPointProps) {
  return (
    <DropdownMenu.Root modal={false} open={point !== undefined} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className={styles.anchor} style={{ left: point?.x ?? 0, top: point?.y ?? 0 }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.menu}
          align="start"
          collisionPadding={8}
          loop
          tabIndex={SCROLLED_BY_KEYS}
          aria-label={label}
          aria-labelledby={undefined}
        >
          <MenuEntries entries={entries} parts={DropdownMenu} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
