import { formatCidr } from '@core/address/cidr.ts';
import type { MapPlace } from '@core/planning/space-map.ts';
import { memo, type CSSProperties } from 'react';
import styles from './address-plan.module.css';
import type { MapItem } from './map-items.ts';
import type { DragHandlers } from './use-block-drag.ts';

/** Where a rectangle of the map stands, in shares of the map. */
export const styleOfPlace = ({ row, rows, start, width }: MapPlace, count: number): CSSProperties => ({
  top: `${(row / count) * 100}%`,
  height: `${(rows / count) * 100}%`,
  left: `${start * 100}%`,
  width: `${width * 100}%`,
});

export interface MapBlockProps {
  readonly item: MapItem;
  /** How many rows the map has. */
  readonly rowCount: number;
  readonly isSelected: boolean;
  /** One block is the stop for Tab; arrows go on from there. */
  readonly isStop: boolean;
  readonly drag: DragHandlers;
  readonly onPick: (item: MapItem) => void;
}

/** How much of the usable addresses is held, as a line at the foot of the block. */
function UseLine({ item }: { readonly item: MapItem }) {
  const { subnet } = item;
  if (!subnet || subnet.used === 0 || subnet.usable === 0) return null;
  return <i className={styles.use} style={{ width: `${Math.max(1, (subnet.used / subnet.usable) * 100)}%` }} aria-hidden />;
}

/** A subnet or a free block on the map. A subnet is resized at its right edge and moved by its face. */
export const MapBlock = memo(function MapBlock({ item, rowCount, isSelected, isStop, drag, onPick }: MapBlockProps) {
  const { key, kind, block, place, label, subnet } = item;
  return (
    <div
      role="option"
      aria-selected={isSelected}
      aria-label={label}
      title={label}
      tabIndex={isStop ? 0 : -1}
      data-block={key}
      className={styles.block}
      data-kind={kind}
      style={styleOfPlace(place, rowCount)}
      onPointerDown={subnet && ((event) => drag.start(event, { kind: 'move', subnet }))}
      onPointerMove={drag.move}
      onPointerUp={() => !drag.end() && onPick(item)}
      onPointerCancel={drag.cancel}
    >
      {subnet && (
        <span className={styles.blockFace}>
          <b>{subnet.name}</b>
          <span className={styles.blockCidr}>{formatCidr(block)}</span>
        </span>
      )}
      <UseLine item={item} />
      {subnet && (
        <span
          className={styles.edge}
          aria-hidden
          onPointerDown={(event) => {
            event.stopPropagation();
            drag.start(event, { kind: 'resize', subnet });
          }}
        />
      )}
    </div>
  );
});
