import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tooltip.module.css';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: TooltipSide | undefined;
  /** One element that can take the focus. */
  readonly children: ReactNode;
}

/** Words that appear on hover and on focus. They repeat a name or add to it; nothing is said in a tooltip alone. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.tooltip} side={side} sideOffset={5} collisionPadding={8}>
          {text}
          {shortcut && <span className={styles.keys}>{shortcut}</span>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
