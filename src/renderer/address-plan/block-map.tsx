import { formatAddress, formatCidr, IPV4_BITS, type Cidr4 } from '@core/address/cidr.ts';
import type { Forecast } from '@core/planning/forecast.ts';
import { mapSpace, placeOnMap, type SpaceMap } from '@core/planning/space-map.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { useMemo, useRef } from 'react';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { ContextMenu } from '../controls/context-menu.tsx';
import { useAppState } from '../app/app-context.ts';
import styles from './address-plan.module.css';
import { MapBlock, styleOfPlace } from './map-block.tsx';
import { listConflicts, listMapItems, type MapConflict } from './map-items.ts';
import { useBlockDrag, type BlockDrag } from './use-block-drag.ts';
import { useMapKeys } from './use-map-keys.ts';

const LABELLED_EVERY = 4;
const CELLS = 16;
/** A cell of this size or more is told by its last two octets. */
const OCTET = 256;

export interface BlockMapProps {
  readonly plan: VpcPlan;
  /** What overlaps is hatched on the map. */
  readonly forecasts: readonly Forecast[];
  /** The next free block of the chosen size, dashed. */
  readonly next: Cidr4 | undefined;
  /** A free block that was picked as the place of the next subnet. */
  readonly onGap: (gap: Cidr4) => void;
}

/** "one row is a /20, one cell a /24". */
export function describeScale({ rowPrefix, cellPrefix }: SpaceMap): string {
  if (rowPrefix === IPV4_BITS) return 'one row is one address';
  return `one row is a /${rowPrefix}, one cell ${cellPrefix === IPV4_BITS ? 'one address' : `a /${cellPrefix}`}`;
}

/** The blocks of a VPC as proportional maps: every subnet a rectangle, rows of equal size. */
export function BlockMap(props: BlockMapProps) {
  return (
    <div className={styles.maps}>
      {props.plan.blocks.map((block) => (
        <OneMap key={formatCidr(block)} block={block} {...props} />
      ))}
    </div>
  );
}

/** Offsets above the columns: `+4.0`. */
function ColumnHeads({ map }: { readonly map: SpaceMap }) {
  const cell = 2 ** (IPV4_BITS - map.cellPrefix);
  const heads = Array.from({ length: CELLS / LABELLED_EVERY }, (_, index) => index * LABELLED_EVERY * cell);
  return (
    <div className={styles.heads} aria-hidden>
      {heads.map((offset) => (
        <span key={offset}>{cell >= OCTET ? `+${Math.floor(offset / OCTET)}.${offset % OCTET}` : `+${offset}`}</span>
      ))}
    </div>
  );
}

function OneMap({ block, plan, forecasts, next, onGap }: BlockMapProps & { readonly block: Cidr4 }) {
  const map = useMemo(() => mapSpace(block), [block]);
  const items = useMemo(() => listMapItems(map, plan), [map, plan]);
  const conflicts = useMemo(() => listConflicts(map, forecasts), [map, forecasts]);
  const selected = useAppState(({ selection }) => selection.keys);
  const board = useRef<HTMLDivElement>(null);
  const drag = useBlockDrag(map, board);
  const keys = useMapKeys({ items, map, board, onGap });
  return (
    <div className={styles.map}>
      <ColumnHeads map={map} />
      <div className={styles.rowNames} aria-hidden>
        {map.rows.map((first) => (
          <span key={first}>{formatAddress(first)}</span>
        ))}
      </div>
      <ContextMenu entries={keys.entries}>
        <div
          ref={board}
          className={styles.board}
          role="listbox"
          aria-label={`Subnets and free blocks of ${plan.name} in ${formatCidr(block)}`}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onContextMenu={keys.onFocus}
          onDoubleClick={keys.onOpen}
        >
          {map.rows.map((first) => (
            <div key={first} className={styles.row} aria-hidden />
          ))}
          {conflicts.map((conflict) => (
            <Conflict key={conflict.key} conflict={conflict} rowCount={map.rows.length} />
          ))}
          {items.map((item) => (
            <MapBlock key={item.key} item={item} rowCount={map.rows.length} isSelected={selected.includes(item.key)} isStop={item.key === keys.stop} drag={drag.handlers} onPick={keys.pick} />
          ))}
          <Ghosts map={map} next={next} drag={drag} />
        </div>
      </ContextMenu>
      <div className={styles.word} data-refused={drag.preview?.ok === false || undefined} role="status">
        {drag.preview?.sentence}
      </div>
    </div>
  );
}

function NextMark({ map, next }: { readonly map: SpaceMap; readonly next: Cidr4 }) {
  const place = placeOnMap(map, next);
  return place ? (
    <div className={styles.next} style={styleOfPlace(place, map.rows.length)} aria-hidden>
      <span>{place.width > 1 / CELLS ? 'next free' : 'next'}</span>
    </div>
  ) : null;
}

/** What is not there yet: the next free block, or where a drag would end. */
function Ghosts({ map, next, drag }: { readonly map: SpaceMap; readonly next: Cidr4 | undefined; readonly drag: BlockDrag }) {
  const { preview } = drag;
  const place = preview && placeOnMap(map, preview.block);
  return (
    <>
      {next && !preview && <NextMark map={map} next={next} />}
      {preview && place && <div className={styles.ghost} data-refused={!preview.ok || undefined} style={styleOfPlace(place, map.rows.length)} aria-hidden />}
    </>
  );
}

function Conflict({ conflict, rowCount }: { readonly conflict: MapConflict; readonly rowCount: number }) {
  return (
    <div className={styles.conflict} style={styleOfPlace(conflict.place, rowCount)} aria-hidden>
      <span className={styles.conflictWords}>
        <AnswerMark answer="fail" word={conflict.words} />
        <span className={styles.consequence}>{conflict.consequence}</span>
      </span>
    </div>
  );
}
