import { documentation } from '../../aws/documentation-links.ts';
import { contains, readCidr } from '../../address/cidr.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { nextRowId } from '../../model/ids.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly group: Entry<SecurityGroup>;
  readonly name: string;
  readonly groupName: string;
  readonly cidr: string;
}

const HTTPS = 443;
const HIGHEST_PORT = 65_535;

const isHttps = ({ protocol, fromPort = 0, toPort = fromPort === 0 ? HIGHEST_PORT : fromPort }: SecurityGroupRule): boolean => protocol === 'all' || (protocol === 'tcp' && fromPort <= HTTPS && HTTPS <= toPort);

/** Whether a rule lets somebody of a block in by HTTPS; a group or a list may hold anybody. */
function admits(rule: SecurityGroupRule, block: string): boolean {
  const { peer } = rule;
  if (!isHttps(rule) || !('cidr' in peer)) return isHttps(rule);
  const [mine, theirs] = [readCidr(block), readCidr(peer.cidr)];
  return mine !== undefined && theirs !== undefined && mine.family === theirs.family && (contains(mine, theirs) || contains(theirs, mine));
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.vpcEndpoints.values()) {
    const [node] = interfaces;
    const vpc = lookup.vpcs.get(value.vpc);
    const [group] = node?.groups ?? [];
    if (value.type !== 'interface' || !node || !vpc || !group || node.unknownGroups.length > 0) continue;
    const blocks = [vpc.value.cidr, ...Object.values(vpc.value.secondaryCidrs).map(({ cidr }) => cidr)];
    const isOpen = node.groups.some((each) => Object.values(each.value.inbound).some((rule) => blocks.some((block) => admits(rule, block))));
    if (!isOpen) yield { evidence: [{ at: id }, { at: group.id }], facts: { group, name: nameOf(lookup, id), groupName: nameOf(lookup, group.id), cidr: vpc.value.cidr } };
  }
}

function fix({ group, groupName, cidr }: Facts): readonly Fix[] {
  const row = nextRowId('in', { ...group.value.inbound, ...group.value.outbound });
  const rule: SecurityGroupRule = { protocol: 'tcp', fromPort: HTTPS, toPort: HTTPS, peer: { cidr } };
  return [{ title: `Let TCP 443 from ${cidr} in at ${groupName}`, patch: together([expectValue([group.id, 'vpc'], group.value.vpc)], addValue([group.id, 'inbound', row], rule)) }];
}

export const endpointHttpsClosed = defineRule<Facts>({
  id: 'endpoint-https-closed',
  area: 'gateways',
  severity: 'warning',
  why: 'Whoever calls an AWS service through an interface endpoint does so by HTTPS: the endpoint’s group has to let the callers in on port 443.',
  learnMore: documentation.interfaceEndpoints,
  check,
  explain: ({ name, groupName, cidr }) => `${name} is guarded by ${groupName}, which lets nobody of ${cidr} in on port 443; add an inbound rule for it.`,
  fix,
});
