import { z } from 'zod';
import { asResourceId, asRowId, type RowId } from '../../../model/ids.ts';
import { securityGroupRuleSchema } from '../../../model/resources/security-group.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../../model/resources/index.ts';
import { defineReader, type Entry } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { makeRows } from '../make-rows.ts';
import { readGroupPeer } from '../permissions.ts';
import { flag, number, optionalText, text } from '../record-fields.ts';
import { recordsIn, textIn } from '../record.ts';
import { readTraffic } from '../traffic.ts';

const ruleFields = z.object({
  SecurityGroupRuleId: text,
  GroupId: text,
  GroupOwnerId: optionalText,
  IsEgress: flag,
  IpProtocol: text,
  FromPort: number.optional(),
  ToPort: number.optional(),
  CidrIpv4: optionalText,
  CidrIpv6: optionalText,
  PrefixListId: optionalText,
  ReferencedGroupInfo: z.object({ GroupId: optionalText, UserId: optionalText, VpcPeeringConnectionId: optionalText }).optional(),
  Description: optionalText,
});
type RuleFields = z.infer<typeof ruleFields>;

function readPeer(fields: RuleFields): Readonly<Record<string, unknown>> {
  const { CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupInfo: referenced, GroupOwnerId } = fields;
  if (PrefixListId !== undefined) return { prefixList: PrefixListId };
  if (!referenced) return { cidr: CidrIpv4 ?? CidrIpv6 };
  return readGroupPeer({ group: referenced.GroupId, user: referenced.UserId, peering: referenced.VpcPeeringConnectionId }, GroupOwnerId);
}

function readRule(fields: RuleFields): unknown {
  return {
    ...readTraffic({ protocol: fields.IpProtocol, from: fields.FromPort, to: fields.ToPort }),
    peer: readPeer(fields),
    ...(fields.Description === undefined ? {} : { description: fields.Description }),
  };
}

/** The VPC of a group that only its rules are known of: where an interface with this group stands. */
function findVpc(draft: Draft, group: string): string | undefined {
  const records = draft.recordsOf('NetworkInterfaces').map(({ record }) => record);
  const member = records.find((record) => recordsIn(record, 'Groups').some((one) => one['GroupId'] === group));
  return member && textIn(member, 'VpcId');
}

/** Puts a group into the draft of which no file told but its rules; `false` when its VPC cannot be found. */
function addGroup(draft: Draft, fields: RuleFields): boolean {
  const vpc = findVpc(draft, fields.GroupId);
  if (vpc === undefined) return false;
  draft.put(asResourceId(fields.GroupId), {
    kind: 'security-group',
    name: fields.GroupId,
    ...(fields.GroupOwnerId === undefined ? {} : { account: fields.GroupOwnerId }),
    vpc: asResourceId(vpc),
    inbound: {},
    outbound: {},
  });
  return true;
}

const sameTrafficAndPeer = (a: SecurityGroupRule, b: SecurityGroupRule): boolean =>
  JSON.stringify([a.protocol, a.fromPort, a.toPort, a.icmpType, a.icmpCode, a.peer]) ===
  JSON.stringify([b.protocol, b.fromPort, b.toPort, b.icmpType, b.icmpCode, b.peer]);

function addRule(group: SecurityGroup, direction: 'inbound' | 'outbound', added: readonly [string, SecurityGroupRule]): SecurityGroup {
  const [id, rule] = added;
  const rules: Record<RowId, SecurityGroupRule> = group[direction];
  const isThere = Object.values(rules).some((one) => sameTrafficAndPeer(one, rule));
  return isThere ? group : { ...group, [direction]: { ...rules, [asRowId(id)]: rule } };
}

function read(entry: Entry<RuleFields>, draft: Draft): void {
  const { fields, id } = entry;
  if (draft.get(fields.GroupId, 'security-group') === undefined && !addGroup(draft, fields)) {
    const sentence = `${id} is a rule of ${fields.GroupId}, which is in no file, and no interface tells its VPC; the rule was left out.`;
    draft.note({ type: 'SecurityGroups', count: 1, outcome: 'broken-reference', sentence });
    return;
  }
  const [rule] = Object.values(
    makeRows(draft, { key: 'SecurityGroupRules', id, prefix: 'rule', schema: securityGroupRuleSchema, values: [readRule(fields)] }),
  );
  if (rule) draft.change(fields.GroupId, 'security-group', (group) => addRule(group, fields.IsEgress ? 'outbound' : 'inbound', [id, rule]));
}

/** Rules of security groups, printed one by one; those that the groups' own answer had already are not taken twice. */
export const securityGroupRules = defineReader({
  key: 'SecurityGroupRules',
  call: 'ec2 describe-security-group-rules',
  nouns: { one: 'security group rule', many: 'security group rules' },
  idOf: ({ record }) => textIn(record, 'SecurityGroupRuleId'),
  fields: ruleFields,
  read,
});
