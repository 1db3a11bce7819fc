import { matchHeaders } from '../../address/ports.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Entry } from '../../lookup/entries.ts';
import type { RuleTraffic } from '../../model/fields.ts';
import { directions } from './covered-acl-rules.ts';

/** A rule whose range of ports ends before it begins. */
export interface ReversedPorts<Rule> {
  readonly direction: Direction;
  readonly row: string;
  readonly rule: Rule;
  readonly fromPort: number;
  readonly toPort: number;
}

type Rules<Rule> = Readonly<Record<Direction, Readonly<Record<string, Rule>>>>;

/** The rules of an ACL or a group that match nothing, because their ports are the wrong way round. */
export function* findReversedPorts<Rule extends RuleTraffic>({ value }: Entry<Rules<Rule>>): Iterable<ReversedPorts<Rule>> {
  for (const direction of directions) {
    for (const [row, rule] of Object.entries(value[direction])) {
      const { fromPort, toPort } = rule;
      if (fromPort === undefined || toPort === undefined || fromPort <= toPort) continue;
      // Other protocols have no ports, and what stands there does not count.
      const match = matchHeaders(rule);
      if (match && match.destinationPort[0] >= match.destinationPort[1]) yield { direction, row, rule, fromPort, toPort };
    }
  }
}
