import { formatCidr, isSameBlock, type Cidr4 } from '@core/address/cidr.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import type { SpaceMap } from '@core/planning/space-map.ts';
import type { PlannedSubnet } from '@core/planning/vpc-plan.ts';
import { useEffect, useMemo, useState, type PointerEvent, type RefObject } from 'react';
import { useStore } from '../app/app-context.ts';
import type { AppStore } from '../store/create-store.ts';
import { addressAt, blockForEdge, blockForMove, judgeDrag, type DragJudgement, type DragKind } from './drag-block.ts';

/** Pixels that a pointer may stray in a click. */
const CLICK_REACH = 4;

interface Grab {
  readonly kind: DragKind;
  readonly subnet: PlannedSubnet;
  readonly address: number;
  readonly x: number;
  readonly y: number;
  isDrag: boolean;
  judged: DragJudgement | undefined;
}

/** What the blocks of a map do with a pointer; the same functions from one drawing to the next. */
export interface DragHandlers {
  readonly start: (event: PointerEvent<HTMLElement>, grabbed: { readonly kind: DragKind; readonly subnet: PlannedSubnet }) => void;
  readonly move: (event: PointerEvent<HTMLElement>) => void;
  /** Ends the drag; answers whether it was one, and not a click. */
  readonly end: () => boolean;
  readonly cancel: () => void;
}

export interface BlockDrag {
  /** What letting go would do now; `undefined` while nothing is dragged. */
  readonly preview: DragJudgement | undefined;
  readonly handlers: DragHandlers;
}

interface DragWiring {
  readonly map: SpaceMap;
  readonly area: RefObject<HTMLElement | null>;
  readonly store: AppStore;
  readonly show: (judged: DragJudgement | undefined) => void;
}

function addressUnder(event: PointerEvent, { map, area }: DragWiring): number {
  const box = area.current?.getBoundingClientRect();
  if (!box || box.width === 0) return map.block.first;
  return addressAt(map, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
}

const blockFor = ({ kind, subnet, address }: Grab, now: number): Cidr4 => (kind === 'resize' ? blockForEdge(subnet.block, now) : blockForMove(subnet.block, now - address));

function createHandlers(wiring: DragWiring): DragHandlers {
  const { store, show } = wiring;
  let grab: Grab | undefined;
  const judge = (held: Grab, event: PointerEvent): void => {
    const block = blockFor(held, addressUnder(event, wiring));
    if (held.judged && isSameBlock(held.judged.block, block)) return;
    held.judged = judgeDrag(store.getState().design, held.subnet, block);
    show(held.judged);
  };
  const forget = (): Grab | undefined => {
    const held = grab;
    grab = undefined;
    show(undefined);
    return held;
  };
  return {
    start: (event, { kind, subnet }) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grab = { kind, subnet, address: addressUnder(event, wiring), x: event.clientX, y: event.clientY, isDrag: false, judged: undefined };
    },
    move: (event) => {
      if (!grab) return;
      grab.isDrag ||= Math.hypot(event.clientX - grab.x, event.clientY - grab.y) > CLICK_REACH;
      if (grab.isDrag) judge(grab, event);
    },
    end: () => {
      const held = forget();
      if (!held?.isDrag) return false;
      const { judged, subnet } = held;
      if (judged && !isSameBlock(judged.block, subnet.block)) store.edit((design) => setSubnetCidr(design, { subnet: subnet.id, cidr: formatCidr(judged.block) }));
      return true;
    },
    cancel: () => void forget(),
  };
}

/** Dragging a subnet's edge or the subnet itself on the map. Nothing changes until it is let go; Escape leaves all as it was. */
export function useBlockDrag(map: SpaceMap, area: RefObject<HTMLElement | null>): BlockDrag {
  const store = useStore();
  const [preview, setPreview] = useState<DragJudgement | undefined>();
  const handlers = useMemo(() => createHandlers({ map, area, store, show: setPreview }), [map, area, store]);
  const isDragged = preview !== undefined;
  useEffect(() => {
    if (!isDragged) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') handlers.cancel();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isDragged, handlers]);
  return { preview, handlers };
}
