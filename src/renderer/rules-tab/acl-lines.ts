import { byNumber } from '@core/editing/network-acl-rules.ts';
import type { Fix } from '@core/findings/fix.ts';
import type { Design } from '@core/model/design.ts';
import type { RuleTraffic } from '@core/model/fields.ts';
import { networkAclRuleSchema } from '@core/model/resources/network-acl.ts';
import type { NetworkAcl } from '@core/model/resources/index.ts';
import { findOfKind } from '../inspector/parts/name-of.ts';
import type { ProposedRow } from '../inspector/rows/proposed-rows.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';

/** One line of the rules of an ACL, as texts: what is being added is not whole yet. */
export interface AclLine {
  readonly row: string;
  /** `closing` is AWS's own last rule, `proposed` what a fix would add, `new` what somebody is adding. */
  readonly kind: 'rule' | 'closing' | 'proposed' | 'new';
  readonly number: string;
  readonly traffic: RuleTraffic;
  /** One block; several, separated by commas, while they are being added. */
  readonly cidr: string;
  readonly action: 'allow' | 'deny';
  readonly fix?: Fix | undefined;
}

/** What closes every ACL: all that no rule matched is denied, over IPv6 too where the VPC has it. */
function closingLine(design: Design, acl: NetworkAcl, direction: RuleDirection): AclLine {
  const hasIpv6 = Object.keys(findOfKind(design, acl.vpc, 'vpc')?.ipv6Cidrs ?? {}).length > 0;
  return { row: `${direction}:*`, kind: 'closing', number: '*', traffic: { protocol: 'all' }, cidr: hasIpv6 ? '0.0.0.0/0, ::/0' : '0.0.0.0/0', action: 'deny' };
}

function proposedLine({ row, value, fix }: ProposedRow): readonly AclLine[] {
  const parsed = networkAclRuleSchema.safeParse(value);
  if (!parsed.success) return [];
  const { number, cidr, action, ...traffic } = parsed.data;
  return [{ row: `proposed:${row}`, kind: 'proposed', number: String(number), traffic, cidr, action, fix }];
}

export interface AclLineSource {
  readonly design: Design;
  readonly acl: NetworkAcl;
  readonly direction: RuleDirection;
  readonly proposed: readonly ProposedRow[];
  readonly added: AclLine | undefined;
}

const placeOf = ({ number }: AclLine): number => (/^\d+$/.test(number) ? Number(number) : Infinity);

/** The lines of one direction in the order AWS tries them, with what is proposed and what is being added among them. */
export function listAclLines({ design, acl, direction, proposed, added }: AclLineSource): readonly AclLine[] {
  const own = byNumber(acl[direction]).map(([row, { number, cidr, action, ...traffic }]): AclLine => ({
    row,
    kind: 'rule',
    number: String(number),
    traffic,
    cidr,
    action,
  }));
  const ghosts = proposed.filter(({ field }) => field === direction).flatMap(proposedLine);
  const lines = [...own, ...ghosts, ...(added ? [added] : [])];
  return [...lines.sort((a, b) => placeOf(a) - placeOf(b)), closingLine(design, acl, direction)];
}

/** The position among the rules of a line dropped at an index of the list without it. */
export function positionOf(lines: readonly AclLine[], row: string, toIndex: number): number {
  const others = lines.filter((line) => line.row !== row);
  return others.slice(0, toIndex).filter(({ kind }) => kind === 'rule').length;
}
