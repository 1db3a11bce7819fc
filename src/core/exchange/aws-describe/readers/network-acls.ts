import { z } from 'zod';
import { aclRuleNumbers } from '../../../aws/defaults.ts';
import { asResourceId, type RowId } from '../../../model/ids.ts';
import { networkAclRuleSchema } from '../../../model/resources/network-acl.ts';
import type { NetworkAclRule } from '../../../model/resources/index.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader, type Entry } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { makeRows } from '../make-rows.ts';
import { noteMissing } from '../note-missing.ts';
import { flag, listOf, number, optionalText, text } from '../record-fields.ts';
import { isRecord, textIn } from '../record.ts';
import { readTraffic } from '../traffic.ts';

const entryFields = z.object({
  RuleNumber: number,
  Protocol: text,
  RuleAction: text,
  Egress: flag.default(false),
  CidrBlock: optionalText,
  Ipv6CidrBlock: optionalText,
  PortRange: z.object({ From: number.optional(), To: number.optional() }).optional(),
  IcmpTypeCode: z.object({ Type: number.optional(), Code: number.optional() }).optional(),
});
const aclFields = z.object({
  NetworkAclId: text,
  VpcId: text,
  IsDefault: flag.default(false),
  Associations: listOf(z.object({ SubnetId: optionalText })),
  Entries: listOf(entryFields),
});
type AclFields = z.infer<typeof aclFields>;

function readRule(rule: z.infer<typeof entryFields>): unknown {
  const { Protocol, PortRange, IcmpTypeCode } = rule;
  return {
    ...readTraffic({ protocol: Protocol, from: PortRange?.From ?? IcmpTypeCode?.Type, to: PortRange?.To ?? IcmpTypeCode?.Code }),
    number: rule.RuleNumber,
    cidr: rule.CidrBlock ?? rule.Ipv6CidrBlock,
    action: rule.RuleAction,
  };
}

/** The rules of one direction. The closing `*` rules have the numbers above the highest and are in every ACL. */
function readRules(draft: Draft, entry: Entry<AclFields>, isOutbound: boolean): Record<RowId, NetworkAclRule> {
  const rules = entry.fields.Entries.filter((rule) => rule.Egress === isOutbound && rule.RuleNumber <= aclRuleNumbers.highest);
  return makeRows(draft, {
    key: 'NetworkAcls',
    id: entry.id,
    prefix: 'rule',
    schema: networkAclRuleSchema,
    values: rules.map(readRule),
    numberOf: (rule) => (isRecord(rule) ? String(rule['number']) : undefined),
  });
}

/** Network ACLs, and which subnets each one guards. */
export const networkAcls = defineReader({
  key: 'NetworkAcls',
  call: 'ec2 describe-network-acls',
  nouns: { one: 'network ACL', many: 'network ACLs' },
  idOf: ({ record }) => textIn(record, 'NetworkAclId'),
  fields: aclFields,
  read: (entry, draft) => {
    const acl = asResourceId(entry.id);
    const { VpcId, IsDefault, Associations } = entry.fields;
    draft.put(acl, {
      ...readCommonFields(draft, entry),
      kind: 'network-acl',
      vpc: asResourceId(VpcId),
      inbound: readRules(draft, entry, false),
      outbound: readRules(draft, entry, true),
    });
    const isDefaultOfVpc = IsDefault && draft.change(VpcId, 'vpc', (vpc) => ({ ...vpc, defaultNetworkAcl: acl }));
    for (const { SubnetId } of Associations) {
      if (SubnetId === undefined) continue;
      // A subnet that nobody gave an ACL has the default one; AWS prints that as an association too.
      if (!draft.change(SubnetId, 'subnet', (subnet) => (isDefaultOfVpc ? subnet : { ...subnet, networkAcl: acl }))) noteMissing(draft, SubnetId, entry.id);
    }
  },
});
