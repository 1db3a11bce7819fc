import { defaultNetworkAclRules, defaultOutboundGroupRules } from '../aws/defaults.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { NetworkAcl, SecurityGroup } from '../model/resources/index.ts';
import { jsonEqual } from '../patch/json.ts';
import type { Draft } from './draft.ts';

const IPV4_RULES = defaultNetworkAclRules(false);
const [IPV6_RULE] = defaultNetworkAclRules(true).filter((rule) => !IPV4_RULES.includes(rule));
const PLAIN = defaultOutboundGroupRules(false);
const [IPV6_OUT] = defaultOutboundGroupRules(true).slice(PLAIN.length);

type AclRows = NetworkAcl['inbound'];

/** The rows with the IPv6 rule, where they are still those that AWS made; else as they are. */
function withAclRule(rows: AclRows): AclRows {
  const isUnchanged = jsonEqual(Object.values(rows), IPV4_RULES);
  return isUnchanged && IPV6_RULE ? { ...rows, [nextRowId('rule', rows)]: { ...IPV6_RULE } } : rows;
}

type GroupRows = SecurityGroup['outbound'];

function withGroupRule(rows: GroupRows): GroupRows {
  const isUnchanged = jsonEqual(Object.values(rows), PLAIN);
  if (!isUnchanged || !IPV6_OUT || IPV6_OUT.peer === 'itself') return rows;
  return { ...rows, [nextRowId('rule', rows) satisfies RowId]: { protocol: IPV6_OUT.protocol, peer: IPV6_OUT.peer } };
}

/**
 * What AWS adds when a VPC gets its first IPv6 block: a rule for ::/0 in the default network ACL, and one for ::/0 out of
 * the security groups, each only where nobody has changed what stood there.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function admitIpv6(draft: Draft, vpc: ResourceId): void {
  const acl = draft.need(vpc, 'vpc').defaultNetworkAcl;
  const rules = draft.findOf(acl, 'network-acl');
  if (acl !== undefined && rules) draft.change(acl, 'network-acl', { inbound: withAclRule(rules.inbound), outbound: withAclRule(rules.outbound) });
  for (const { id, value } of draft.list('security-group')) if (value.vpc === vpc) draft.change(id, 'security-group', { outbound: withGroupRule(value.outbound) });
}
