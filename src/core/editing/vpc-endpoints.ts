import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';

interface SetIds {
  readonly vpcEndpoint: ResourceId;
  readonly ids: readonly ResourceId[];
}

/** Puts a gateway endpoint into route tables of its VPC; a table takes one endpoint of a service (PrivateLink guide, gateway-endpoints). */
export function setEndpointRouteTables(design: Design, { vpcEndpoint, ids }: SetIds): EditResult {
  return edit(design, (draft) => {
    const { name, vpc, service } = draft.need(vpcEndpoint, 'vpc-endpoint');
    for (const table of ids) {
      if (draft.need(table, 'route-table').vpc !== vpc) refuse(`${draft.nameOf(table)} belongs to another VPC than ${name}.`);
      const other = draft.list('vpc-endpoint').find(({ id, value }) => id !== vpcEndpoint && value.type === 'gateway' && value.service === service && value.routeTables.includes(table));
      if (other) refuse(`${draft.nameOf(table)} leads to ${service} by ${draft.nameOf(other.id)} already.`);
    }
    draft.change(vpcEndpoint, 'vpc-endpoint', { routeTables: [...ids] });
    return { said: `Put ${name} in ${ids.length} route table${ids.length === 1 ? '' : 's'}` };
  });
}

/** Sets the subnets of an interface endpoint; AWS takes one in each zone. */
export function setEndpointSubnets(design: Design, { vpcEndpoint, ids }: SetIds): EditResult {
  return edit(design, (draft) => {
    const { name } = draft.need(vpcEndpoint, 'vpc-endpoint');
    const zones = ids.map((subnet) => draft.need(subnet, 'subnet').availabilityZone);
    const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
    if (twice !== undefined) refuse(`${name} takes one subnet in each Availability Zone; ${twice} would have two.`);
    draft.change(vpcEndpoint, 'vpc-endpoint', { subnets: [...ids] });
    return { said: `Put ${name} in ${ids.length} subnet${ids.length === 1 ? '' : 's'}` };
  });
}
