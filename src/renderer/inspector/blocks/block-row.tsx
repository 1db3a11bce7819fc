import { readCidr } from '@core/address/cidr.ts';
import { useState } from 'react';
import { useAppState } from '../../app/app-context.ts';
import { Glyph } from '../../controls/glyph.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { BlockDetails } from './block-details.tsx';
import styles from './blocks.module.css';

export interface BlockRowProps {
  /** The row of the resource, which evidence may point at. */
  readonly row: string;
  readonly cidr: string;
  readonly onRemove?: (() => void) | undefined;
}

/** A block on one line that unfolds into its bits, first and last address and count. */
export function BlockRow({ row, cidr, onRemove }: BlockRowProps) {
  const isAsked = useAppState(({ selection }) => selection.row === row);
  const [isOpen, setIsOpen] = useState(false);
  const block = readCidr(cidr);
  return (
    <div className={styles.row} data-asked={isAsked || undefined}>
      <div className={styles.rowLine}>
        <button type="button" className={styles.unfold} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <Glyph id={isOpen ? 'down' : 'right'} size={12} />
          {cidr}
        </button>
        {onRemove && <IconButton glyph="trash" size="small" label={`Take ${cidr} away`} onClick={onRemove} />}
      </div>
      {isOpen && block && <BlockDetails cidr={block} />}
    </div>
  );
}
