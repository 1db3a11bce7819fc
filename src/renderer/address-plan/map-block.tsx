import { formatCidr } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import type { MapPlace, SpaceMap } from '@core/planning/space-map.ts';
import type { PlannedSubnet } from '@core/planning/vpc-plan.ts';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { ContextMenu } from '../controls/context-menu.tsx';
import styles from './address-plan.module.css';
import { deleteSubnet, judgeResize, prefixThatEndsAt, resizeByStep, resizeTo, subnetEntries } from './plan-actions.ts';

/** Where a rectangle of the map stands, in shares of the map. */
export const styleOfPlace = ({ row, rows, start, width }: MapPlace, count: number): CSSProperties => ({
  top: `${(row / count) * 100}%`,
  height: `${(rows / count) * 100}%`,
  left: `${start * 100}%`,
  width: `${width * 100}%`,
});

const labelOf = ({ name, block, isPublic, zone, used, usable }: PlannedSubnet): string =>
  `${name}, ${formatCidr(block)}, ${isPublic ? 'public' : 'private'}, ${zone}, ${formatCount(used)} of ${formatCount(usable)} addresses used`;

interface SubnetBlockProps {
  readonly subnet: PlannedSubnet;
  readonly map: SpaceMap;
  readonly place: MapPlace;
  /** One block is the stop for Tab; arrows go on from there. */
  readonly isStop: boolean;
}

/** A subnet on the map: chosen by a click, resized at its right edge. */
export function SubnetBlock({ subnet, map, place, isStop }: SubnetBlockProps) {
  const app = useApp();
  const { store, canvas } = app;
  const isSelected = useAppState(({ selection }) => selection.keys.includes(subnet.id));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) resizeByStep(app, subnet, event.key === 'ArrowRight' ? 'larger' : 'smaller');
    else if (event.key === 'Enter') canvas.current?.reveal(subnet.id, { focus: true });
    else if (event.key === 'Delete') deleteSubnet(app, subnet);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ContextMenu entries={subnetEntries(app, subnet)}>
      <div
        role="option"
        aria-selected={isSelected}
        aria-label={labelOf(subnet)}
        tabIndex={isStop ? 0 : -1}
        data-block={subnet.id}
        className={styles.block}
        data-kind={subnet.isPublic ? 'public' : 'private'}
        data-narrow={place.width < 1 / 16 || undefined}
        style={styleOfPlace(place, map.rows.length)}
        onClick={() => store.select([subnet.id])}
        onFocus={() => store.select([subnet.id])}
        onDoubleClick={() => canvas.current?.reveal(subnet.id, { focus: true })}
        onKeyDown={onKeyDown}
      >
        <span className={styles.blockFace}>
          <b>{subnet.name}</b>
          <span className={styles.blockCidr}>{formatCidr(subnet.block)}</span>
        </span>
        <ResizeEdge subnet={subnet} map={map} place={place} />
      </div>
    </ContextMenu>
  );
}

/** The right edge of a block: dragged, it snaps to the sizes there are and says what the block would be. */
function ResizeEdge({ subnet, map, place }: Omit<SubnetBlockProps, 'isStop'>) {
  const app = useApp();
  const edge = useRef<HTMLSpanElement>(null);
  const [prefix, setPrefix] = useState<number | undefined>();
  const design = useAppState((state) => state.design);
  const judged = prefix === undefined ? undefined : judgeResize(design, subnet, prefix);
  const addressAt = (event: PointerEvent): number => {
    const board = edge.current?.closest('[data-map]')?.getBoundingClientRect();
    if (!board) return subnet.block.first;
    const rowSize = 2 ** (32 - map.rowPrefix);
    const row = Math.min(map.rows.length - 1, Math.max(place.row, Math.floor(((event.clientY - board.top) / board.height) * map.rows.length)));
    const share = Math.min(1, Math.max(0, (event.clientX - board.left) / board.width));
    return map.block.first + (row + share) * rowSize;
  };
  const finish = (): void => {
    if (judged && judged.block.prefixLength !== subnet.block.prefixLength) resizeTo(app, subnet, judged.block);
    setPrefix(undefined);
  };
  return (
    <>
      <span
        ref={edge}
        className={styles.edge}
        aria-hidden
        onPointerDown={(event) => {
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          setPrefix(subnet.block.prefixLength);
        }}
        onPointerMove={(event) => prefix !== undefined && setPrefix(prefixThatEndsAt(subnet.block, addressAt(event)))}
        onPointerUp={finish}
        onPointerCancel={() => setPrefix(undefined)}
      />
      {judged && (
        <span className={styles.word} data-refused={judged.isRefused || undefined} role="status">
          {judged.sentence}
        </span>
      )}
    </>
  );
}
