import type { Box } from './box.ts';
import { rangeOf } from './cidr-block.ts';
import type { Cidr } from './cidr-block.ts';
import type { HeaderMatch } from './ports.ts';
import { box4, box6 } from './traffic.ts';

/** What a rule looks at: a block at one end of the traffic, and protocol and ports. */
export interface Matcher {
  readonly cidr: Cidr;
  /** Which end the block stands for: the source of inbound rules, the destination of outbound rules and routes. */
  readonly end: 'source' | 'destination';
  /** Missing: all traffic. */
  readonly headers?: HeaderMatch | undefined;
}

/** The box of all packets a rule matches, for `splitBy`: of the family of its block, so 0.0.0.0/0 never matches IPv6. */
export function matcherBox({ cidr, end, headers }: Matcher): Box<number> | Box<bigint> {
  return cidr.family === 4 ? box4({ [end]: rangeOf(cidr), ...headers }) : box6({ [end]: rangeOf(cidr), ...headers });
}
