import { ContextMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { MenuEntries } from './menu-entries.tsx';
import type { MenuEntry } from './menu-entry.ts';
import styles from './menu.module.css';

export interface ContextMenuProps {
  /** The element that answers to a right click, the menu key and Shift F10. */
  readonly children: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** A menu on a right click. What it offers can be reached in another way as well. */
export function ContextMenu({ children, entries, onOpenChange }: ContextMenuProps) {
  return (
    <Primitive.Root modal={false} onOpenChange={(open) => onOpenChange?.(open)}>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.menu} collisionPadding={8} loop tabIndex={0}>
          <MenuEntries entries={entries} parts={Primitive} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
