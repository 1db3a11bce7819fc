import { formatAddress, formatCidr, type Cidr4 } from '@core/address/cidr.ts';
import type { Forecast } from '@core/planning/forecast.ts';
import { mapSpace, placeOnMap, type SpaceMap } from '@core/planning/space-map.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { useMemo, type KeyboardEvent } from 'react';
import { useAppState } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import styles from './address-plan.module.css';
import { styleOfPlace, SubnetBlock } from './map-block.tsx';

const LABELLED_EVERY = 4;
const CELLS = 16;

export interface BlockMapProps {
  readonly plan: VpcPlan;
  /** What overlaps is hatched over the map. */
  readonly forecasts: readonly Forecast[];
  /** The next free block of the chosen size, dashed. */
  readonly next: Cidr4 | undefined;
}

/** "one row is a /20, one cell a /24 of 256 addresses". */
export const describeScale = ({ rowPrefix, cellPrefix }: SpaceMap): string =>
  rowPrefix === 32 ? 'one row is one address' : `one row is a /${rowPrefix}, one cell a /${cellPrefix} of ${(2 ** (32 - cellPrefix)).toLocaleString('en-US')} ${cellPrefix === 32 ? 'address' : 'addresses'}`;

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const by = steps[event.key];
  if (by === undefined || event.altKey) return;
  const blocks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-block]')];
  const at = blocks.findIndex((block) => block === document.activeElement);
  const target = blocks[at + by];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** The blocks of a VPC as a proportional map: every block a rectangle, rows of equal size. */
export function BlockMap(props: BlockMapProps) {
  const { plan } = props;
  return (
    <div className={styles.maps} role="listbox" aria-label={`Subnets of ${plan.name} by address`} onKeyDown={moveFocus}>
      {plan.blocks.map((block) => (
        <OneMap key={formatCidr(block)} block={block} {...props} />
      ))}
    </div>
  );
}

/** Offsets above the columns: `+4.0`. */
function ColumnHeads({ map }: { readonly map: SpaceMap }) {
  const cell = 2 ** (32 - map.cellPrefix);
  const heads = Array.from({ length: CELLS / LABELLED_EVERY }, (_, index) => index * LABELLED_EVERY * cell);
  return (
    <div className={styles.heads} aria-hidden>
      {heads.map((offset) => (
        <span key={offset}>{cell >= 256 ? `+${Math.floor(offset / 256)}.${offset % 256}` : `+${offset}`}</span>
      ))}
    </div>
  );
}

function OneMap({ block, plan, forecasts, next }: BlockMapProps & { readonly block: Cidr4 }) {
  const map = useMemo(() => mapSpace(block), [block]);
  const selected = useAppState(({ selection }) => selection.keys[0]);
  const inside = plan.subnets.flatMap((subnet) => {
    const place = placeOnMap(map, subnet.block);
    return place ? [{ subnet, place }] : [];
  });
  const stop = inside.find(({ subnet }) => subnet.id === selected) ?? inside[0];
  const nextPlace = next && placeOnMap(map, next);
  return (
    <div className={styles.map}>
      <ColumnHeads map={map} />
      <div className={styles.rowNames} aria-hidden>
        {map.rows.map((first) => (
          <span key={first}>{formatAddress(first)}</span>
        ))}
      </div>
      <div className={styles.board} data-map>
        {map.rows.map((first) => (
          <div key={first} className={styles.row} aria-hidden />
        ))}
        {forecasts.flatMap((forecast) => {
          const place = forecast.meets && placeOnMap(map, forecast.block);
          return place ? [<Conflict key={forecast.key} forecast={forecast} style={styleOfPlace(place, map.rows.length)} />] : [];
        })}
        {nextPlace && (
          <div className={styles.next} style={styleOfPlace(nextPlace, map.rows.length)} aria-hidden>
            <span>next free</span>
          </div>
        )}
        {inside.map(({ subnet, place }) => (
          <SubnetBlock key={subnet.id} subnet={subnet} place={place} map={map} isStop={subnet === stop?.subnet} />
        ))}
      </div>
    </div>
  );
}

function Conflict({ forecast, style }: { readonly forecast: Forecast; readonly style: React.CSSProperties }) {
  return (
    <div className={styles.conflict} style={style} title={forecast.sentence} aria-hidden>
      <span className={styles.conflictWords}>
        <AnswerMark answer="fail" word={`${forecast.name} wants ${formatCidr(forecast.block)}`} />
      </span>
    </div>
  );
}
