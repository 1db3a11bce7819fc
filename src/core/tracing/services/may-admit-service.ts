import { contains, readCidr, type Cidr } from '../../address/cidr.ts';
import { isServiceStandIn } from '../../lookup/stand-in-addresses.ts';
import type { Entry } from '../../lookup/entries.ts';
import type { NetworkAcl, SecurityGroup } from '../../model/resources/index.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { TracedParcel } from '../flight.ts';

/** Private ranges (RFC 1918, RFC 6598), in which no public service has its addresses. */
const PRIVATE: readonly Cidr[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map(readCidr).filter((cidr) => cidr !== undefined);

function mayHoldService(text: string): boolean {
  const cidr = readCidr(text);
  return cidr?.family === 4 && cidr.prefixLength > 0 && !PRIVATE.some((block) => contains(block, cidr));
}

const isOfService = ([first]: readonly TracedParcel[]): boolean => first !== undefined && (isServiceStandIn(first.now.destination[0]) || isServiceStandIn(first.now.source[0]));

/** Whether a rule for some public block may be one for the addresses of a service that the design does not hold. */
export function groupMayAdmit(groups: readonly Entry<SecurityGroup>[], direction: Direction, parcels: readonly TracedParcel[]): boolean {
  return isOfService(parcels) && groups.some(({ value }) => Object.values(value[direction]).some(({ peer }) => 'cidr' in peer && mayHoldService(peer.cidr)));
}

/** The same for a network ACL's rules that allow. */
export function aclMayAdmit(acl: NetworkAcl, direction: Direction, parcels: readonly TracedParcel[]): boolean {
  return isOfService(parcels) && Object.values(acl[direction]).some(({ action, cidr }) => action === 'allow' && mayHoldService(cidr));
}
