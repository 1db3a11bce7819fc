import type { ResourceId } from '../model/ids.ts';
import type { Fix } from './fix.ts';

/** Something worth saying about a line of a start-up script. */
export interface ScriptRemark {
  /** Counted from 1; null where it is about the whole. */
  readonly line: number | null;
  readonly code: string;
  readonly sentence: string;
  /** Whether it stops the script, harms a part of what it does, or cannot be known from the design. */
  readonly harm: 'stops' | 'part' | 'unknown';
  /** Each a changed script, or a change of the network. */
  readonly fixes: readonly Fix[];
}

/** What is wrong with the start-up script of an instance where it stands, and what was understood of it. */
export interface ScriptReading {
  readonly instance: ResourceId;
  /** In the order of the lines. */
  readonly remarks: readonly ScriptRemark[];
  /** What it installs, starts and calls, a sentence each. */
  readonly understood: readonly string[];
  /** False for languages that are not read: nothing is said of them. */
  readonly isWhole: boolean;
}
