import { formatHeaders, formatIcmp } from '../address/ports.ts';
import { isIcmp, protocolLabel } from '../address/protocol.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { AnyBox } from '../filtering/rule-match.ts';
import type { Lookup } from '../lookup/entries.ts';
import { asRowId, type RowId } from '../model/ids.ts';
import type { IamRole, NetworkAclRule, Resource, SecurityGroupRule, TransitGatewayRouteTable } from '../model/resources/index.ts';

/** The words for protocol and ports of some traffic: `TCP 443`, `ICMP type 8`, `all traffic`. */
export function wordsOf({ protocol, destinationPort }: AnyBox): string {
  const isOneIcmp = protocol[1] - protocol[0] === 1 && isIcmp(protocol[0]);
  return isOneIcmp ? `${protocolLabel(protocol[0])} ${formatIcmp(destinationPort)}` : formatHeaders({ protocol, destinationPort });
}

const directionWord = { inbound: 'in', outbound: 'out' } as const;

function aclRuleLabel(rule: NetworkAclRule | undefined, row: string): string {
  return rule === undefined ? row.replace(/^(in|out)bound:/, '') : String(rule.number);
}

function portsLabel(rule: SecurityGroupRule | undefined): string {
  if (rule?.fromPort === undefined) return String(rule?.protocol ?? '');
  const isOne = rule.toPort === undefined || rule.toPort === rule.fromPort;
  return isOne ? String(rule.fromPort) : `${rule.fromPort}–${rule.toPort}`;
}

/** The destination in the row of a route that follows from a propagation: `propagated:10.1.0.0/16:tgw-attach-1`. */
const transitRouteLabel = ({ routes }: TransitGatewayRouteTable, row: string): string => routes[asRowId(row)]?.destination ?? /^propagated:(.*\/\d+):/.exec(row)?.[1] ?? row;

function rowLabel(resource: Resource, row: string, given: Evidence['direction']): string {
  const id = asRowId(row);
  switch (resource.kind) {
    case 'route-table':
      return resource.routes[id]?.destination ?? row.replace(/^local:/, '');
    case 'network-acl': {
      const direction = given ?? (id in resource.inbound || row.startsWith('inbound:') ? 'inbound' : 'outbound');
      return `${directionWord[direction]} ${aclRuleLabel(resource[direction][id], row)}`;
    }
    case 'transit-gateway-route-table':
      return transitRouteLabel(resource, row);
    case 'security-group': {
      const direction = given ?? (id in resource.inbound ? 'inbound' : 'outbound');
      return `${directionWord[direction]} ${portsLabel(resource[direction][id])}`;
    }
    default:
      return '';
  }
}

const policyLabel = ({ policies, resourcePolicies }: IamRole, row: RowId): string => policies[row]?.name ?? resourcePolicies?.[row]?.resource ?? '';

/** People know an interface by the machine it serves. */
export function nameOfEnd(lookup: Lookup, id: string): string {
  const resource = lookup.resource(id);
  if (resource?.kind === 'network-interface' && resource.attachment) {
    const holder = lookup.nameOf(resource.attachment.resource);
    return resource.attachment.deviceIndex === 0 ? holder : `${holder} (${lookup.nameOf(id)})`;
  }
  return lookup.nameOf(id);
}

/** Short text for a chip: `rtb-public 0.0.0.0/0`, `acl-public out *`, `web-sg in 443`, or the resource's name. */
export function labelOf(lookup: Lookup, evidence: Evidence): string {
  const resource = lookup.resource(evidence.at);
  const name = nameOfEnd(lookup, evidence.at);
  if (!resource || evidence.row === undefined) return name;
  const label = resource.kind === 'iam-role' ? policyLabel(resource, asRowId(evidence.row)) : rowLabel(resource, evidence.row, evidence.direction);
  return `${name} ${label}`.trim();
}

/** The evidence with its chip text. */
export const withLabel = (lookup: Lookup, evidence: Evidence): Evidence => ({ ...evidence, label: labelOf(lookup, evidence) });
