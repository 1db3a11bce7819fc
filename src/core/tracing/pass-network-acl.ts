import { filterByNetworkAcl } from '../filtering/network-acl.ts';
import type { Direction } from '../filtering/rule-match.ts';
import type { SubnetEntry } from '../lookup/entries.ts';
import { blockAt, evidenceAt, passOn, type StepInput, type TraceContext } from './advance.ts';
import { carveOf } from './carve.ts';
import type { Flight, Place } from './flight.ts';
import { aclMayAdmit } from './services/may-admit-service.ts';


/** A subnet whose ACL is not known has the VPC's default one, which allows everything until it is edited. */
function passDefaultAcl(flight: Flight, where: { readonly subnet: SubnetEntry; readonly direction: Direction; readonly next: Place }): Flight {
  const { subnet, direction, next } = where;
  return passOn(flight, {
    place: next,
    step: { step: 'network-acl', resource: subnet.id, detail: { kind: 'network-acl', direction, subnet: subnet.id, isDefault: true } },
  });
}

/** Traffic crosses the edge of a subnet: its network ACL judges it, request and reply alike. `code` is the word for a request that it stops. */
export function passNetworkAcl(
  context: TraceContext,
  flight: Flight,
  where: { readonly subnet: SubnetEntry; readonly direction: Direction; readonly next: Place; readonly code?: string },
): readonly Flight[] {
  const { subnet, direction, next } = where;
  const acl = subnet.networkAcl;
  if (!acl) return [passDefaultAcl(flight, where)];
  const rulings = filterByNetworkAcl(acl.value, flight.parcels, { direction, family: flight.family, carve: carveOf(flight) });
  return rulings.map(({ rule, parcels }) => {
    const { row } = rule;
    const step: StepInput = { step: 'network-acl', resource: acl.id, row, detail: { kind: 'network-acl', direction, subnet: subnet.id, isDefault: false } };
    if (rule.effect === 'allow') return passOn(flight, { place: next, step, parcels });
    const mayAdmit = aclMayAdmit(acl.value, direction, parcels);
    const code = mayAdmit ? 'X_SERVICE_ADDRESSES_NOT_KNOWN' : flight.leg === 'reply' ? 'X_RETURN_NACL_EPHEMERAL' : (where.code ?? 'SUBNET_ACL_RESTRICTION');
    const block = { component: 'network-acl', resource: acl.id, row, code, certainty: mayAdmit ? 'unknown' : undefined, evidence: [evidenceAt(acl.id, row, direction), evidenceAt(subnet.id)], subject: { subnet: subnet.id, direction } } as const;
    return blockAt(context, flight, { block, step, next, parcels });
  });
}
