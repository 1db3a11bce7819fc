import { describeTraffic } from '../../editing/rule-traffic.ts';
import type { Direction, MatchRule } from '../../filtering/rule-match.ts';
import { asRowId } from '../../model/ids.ts';
import type { NetworkAcl, NetworkAclRule } from '../../model/resources/index.ts';

/** The written rule behind a compiled one. */
export const writtenRule = (acl: NetworkAcl, direction: Direction, { row }: Pick<MatchRule, 'row'>): NetworkAclRule | undefined => acl[direction][asRowId(row)];

/** "allow TCP 443 from 0.0.0.0/0". */
export function describeAclRule({ action, cidr, ...traffic }: NetworkAclRule, direction: Direction): string {
  return `${action} ${describeTraffic(traffic)} ${direction === 'inbound' ? 'from' : 'to'} ${cidr}`;
}
