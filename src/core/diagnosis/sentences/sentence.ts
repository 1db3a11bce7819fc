import type { Block } from '../../tracing/flight.ts';

/** What a sentence is made of beside its block: names as people know them. */
export interface Words {
  readonly name: (id: string | undefined) => string;
  readonly traffic: string;
  readonly label: string;
  /** The NAT gateway in whose name the packet travels, if one translated it. */
  readonly translator: string | undefined;
  readonly leg: 'request' | 'reply';
  /** The state of a VPC peering connection; nothing for what is none. */
  readonly stateOf: (id: string | undefined) => string | undefined;
  /** The instance behind the interface that a route leads to; `isHeld` is false where a snapshot lacks it. */
  readonly instanceBehind: (id: string | undefined) => { readonly id: string; readonly isHeld: boolean } | undefined;
}

/** What blocks, in one sentence. */
export type Sentence = (block: Block, words: Words) => string;
