import { formatCidr, type Cidr4 } from '@core/address/cidr.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import type { SpaceMap } from '@core/planning/space-map.ts';
import type { PlannedSubnet } from '@core/planning/vpc-plan.ts';
import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import { useStore } from '../app/app-context.ts';
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

export interface BlockDrag {
  /** What letting go would do now; `undefined` while nothing is dragged. */
  readonly preview: DragJudgement | undefined;
  readonly start: (event: PointerEvent<HTMLElement>, grabbed: { readonly kind: DragKind; readonly subnet: PlannedSubnet }) => void;
  readonly move: (event: PointerEvent<HTMLElement>) => void;
  /** Ends the drag; answers whether it was one, and not a click. */
  readonly end: () => boolean;
  readonly cancel: () => void;
}

/** Dragging a subnet's edge or the subnet itself on the map. Nothing changes until it is let go. */
export function useBlockDrag(map: SpaceMap, area: RefObject<HTMLElement | null>): BlockDrag {
  const store = useStore();
  const grab = useRef<Grab | undefined>(undefined);
  const [preview, setPreview] = useState<DragJudgement | undefined>();
  const addressOf = (event: PointerEvent): number => {
    const box = area.current?.getBoundingClientRect();
    if (!box || box.width === 0) return map.block.first;
    return addressAt(map, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  const blockFor = ({ kind, subnet, address }: Grab, now: number): Cidr4 => (kind === 'resize' ? blockForEdge(subnet.block, now) : blockForMove(subnet.block, now - address));
  const judge = (held: Grab, event: PointerEvent): void => {
    const block = blockFor(held, addressOf(event));
    if (held.judged && formatCidr(held.judged.block) === formatCidr(block)) return;
    held.judged = judgeDrag(store.getState().design, held.subnet, block);
    setPreview(held.judged);
  };
  const forget = (): Grab | undefined => {
    const held = grab.current;
    grab.current = undefined;
    setPreview(undefined);
    return held;
  };
  return {
    preview,
    start: (event, { kind, subnet }) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grab.current = { kind, subnet, address: addressOf(event), x: event.clientX, y: event.clientY, isDrag: false, judged: undefined };
    },
    move: (event) => {
      const held = grab.current;
      if (!held) return;
      held.isDrag ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > CLICK_REACH;
      if (held.isDrag) judge(held, event);
    },
    end: () => {
      const held = forget();
      if (!held?.isDrag) return false;
      const { judged, subnet } = held;
      if (judged && formatCidr(judged.block) !== formatCidr(subnet.block)) store.edit((design) => setSubnetCidr(design, { subnet: subnet.id, cidr: formatCidr(judged.block) }));
      return true;
    },
    cancel: () => void forget(),
  };
}
