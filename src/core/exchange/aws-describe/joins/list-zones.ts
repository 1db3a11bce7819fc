import type { Draft } from '../draft.ts';

/** Gives every VPC the Availability Zones of its subnets, so that they are drawn. */
export function listZones(draft: Draft): void {
  const subnets = draft.all('subnet').map(([, subnet]) => subnet);
  for (const [id, vpc] of draft.all('vpc')) {
    const zones = new Set(subnets.flatMap((subnet) => (subnet.vpc === id && subnet.availabilityZone !== '' ? [subnet.availabilityZone] : [])));
    draft.put(id, { ...vpc, availabilityZones: [...zones].sort() });
  }
}
