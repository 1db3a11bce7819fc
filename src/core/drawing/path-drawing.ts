import type { Leg } from '../findings/diagnosis.ts';
import type { Point } from './free-place.ts';
import type { Polyline } from './line-candidates.ts';
import type { Rectangle } from './sizes.ts';

/** How a piece of a leg is drawn: it travels, is stopped at its end, never arrives after that, or is not known. */
export type LegStyle = 'travels' | 'stopped' | 'never-arrives' | 'not-known';

export interface LegPiece {
  readonly leg: Leg;
  readonly style: LegStyle;
  readonly points: Polyline;
  /** Whether an arrow stands at its end. */
  readonly hasArrow: boolean;
}

/** The shape of an answer: circle, octagon, triangle or dashed circle. */
export type MarkKind = 'pass' | 'fail' | 'warn' | 'undetermined';

/** A step number on the path or at a node; `at` is its middle. */
export interface PathMark {
  readonly kind: MarkKind;
  /** 1–10, as in the checklist. */
  readonly step: number;
  readonly at: Point;
  /** The step's sentence. */
  readonly title: string;
}

/** The one flag: what stops the traffic, and the row that says so. */
export interface PathFlag {
  readonly kind: 'fail' | 'undetermined';
  readonly title: string;
  /** The rule or route, in mono; may be empty. */
  readonly detail: string;
  /** Where the flag stands, and the upright or level line from the mark to it. */
  readonly place: Rectangle;
  readonly stem: readonly [Point, Point];
}

/** A word beside a line; `at` lies on its baseline, in its middle or at its end. */
export interface PathLabel {
  readonly anchor: 'middle' | 'end';
  readonly text: string;
  readonly kind: 'pass' | 'fail' | 'undetermined' | 'plain';
  readonly at: Point;
}

/** A path over a scene, as plain data in canvas pixels: the canvas and pictures draw the same. */
export interface PathDrawing {
  /** Keys of the nodes it passes; all other nodes are dimmed. */
  readonly nodes: ReadonlySet<string>;
  /** Keys of the lines that the path runs along; they are not drawn. */
  readonly lines: ReadonlySet<string>;
  readonly pieces: readonly LegPiece[];
  readonly marks: readonly PathMark[];
  readonly labels: readonly PathLabel[];
  readonly flag: PathFlag | undefined;
}

/** Half the size of a mark on the canvas at 100 %: what must not be covered. */
export const MARK_RADIUS = { pass: 8, fail: 11, warn: 10, undetermined: 9 } as const satisfies Readonly<Record<MarkKind, number>>;
