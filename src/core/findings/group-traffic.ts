import type { ResourceId } from '../model/ids.ts';

/** What the rules of one security group let in from another group or from the internet, and whether any of it arrives. */
export interface GroupTraffic {
  /** The group whose members send, or `internet`. */
  readonly from: ResourceId | 'internet';
  /** The group whose rules let it in. */
  readonly to: ResourceId;
  /** `TCP 443`, `all traffic`: what arrives, request and reply; where nothing does, what the rules alone would let in. */
  readonly traffic: readonly string[];
  /** A rule lets it in, and something on the way stops all of it. */
  readonly isStopped: boolean;
  /** A member at either end for which this was found, the sender first; no sender for the internet. */
  readonly example: readonly [sender: ResourceId | undefined, receiver: ResourceId];
}
