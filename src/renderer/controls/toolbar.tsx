import { Toolbar as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './toolbar.module.css';

export interface ToolbarProps {
  readonly label: string;
  /** `ToolbarItem`, `ToolbarSeparator` and `ToolbarWords`. */
  readonly children: ReactNode;
  /** Floats over the canvas, with an edge and a shadow. */
  readonly floating?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A row of buttons: one stop for Tab, arrows inside. */
export function Toolbar({ label, children, floating, className }: ToolbarProps) {
  return (
    <Primitive.Root className={joinClasses(styles.toolbar, floating && styles.floating, className)} aria-label={label}>
      {children}
    </Primitive.Root>
  );
}

/** Makes one button, icon button or menu trigger a part of the toolbar; what a menu gives its trigger goes on to the button. */
export function ToolbarItem({ children, ...given }: ComponentProps<typeof Primitive.Button>) {
  return (
    <Primitive.Button {...given} asChild>
      {children}
    </Primitive.Button>
  );
}

/** A thin line between groups. */
export function ToolbarSeparator() {
  return <Primitive.Separator className={styles.separator} />;
}

/** A short reading between buttons, such as the zoom. */
export function ToolbarWords({ children }: { readonly children: ReactNode }) {
  return <span className={styles.words}>{children}</span>;
}
