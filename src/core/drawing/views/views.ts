import type { ExposureRow } from '../../findings/exposure.ts';
import type { GroupTraffic } from '../../findings/group-traffic.ts';
import type { Rectangle } from '../sizes.ts';
import type { Polyline } from '../line-candidates.ts';

/** What a drawing can say besides what stands in it; each is put on and off by itself. */
export const viewNames = ['addresses', 'routing', 'security', 'exposure'] as const;
export type ViewName = (typeof viewNames)[number];

/** What the evaluator says of a design, as far as the views that are on need it. */
export interface ViewKnowledge {
  readonly exposure?: readonly ExposureRow[] | undefined;
  readonly groupTraffic?: readonly GroupTraffic[] | undefined;
}

/** Words on the border of a node, in one line: addresses on the upper one, all else on the lower one. */
export interface ViewTag {
  readonly key: string;
  readonly view: Exclude<ViewName, 'security'>;
  /** Canvas pixels at 100 %. */
  readonly place: Rectangle;
  /** As much as fits. */
  readonly text: string;
  /** All of it, and how much room the border has, for a canvas that sets it larger. */
  readonly words: string;
  readonly room: number;
  /** All of it in a sentence, for a tooltip and for screen readers. */
  readonly title: string;
}

/** A line between two groups, from a member of one to a member of the other. */
export interface ViewLine {
  readonly key: string;
  /** Level and upright pieces, from the sender to the receiver. */
  readonly points: Polyline;
  /** Keys of nodes. */
  readonly ends: readonly [from: string, to: string];
  readonly isStopped: boolean;
  readonly label: ViewLabel;
  readonly title: string;
}

/** The words of a line, on paper of their own so that nothing shines through. */
export interface ViewLabel {
  readonly text: string;
  readonly place: Rectangle;
}

/** What the views draw over a scene. */
export interface ViewDrawing {
  readonly tags: readonly ViewTag[];
  readonly lines: readonly ViewLine[];
  /** A sentence for each view that is on and has nothing to say. */
  readonly notes: readonly string[];
}
