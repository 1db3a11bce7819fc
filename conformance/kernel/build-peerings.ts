import type { ResourceId } from '@core/model/ids.ts';
import type { Vpc } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { blocksOf, resourcesOf, type Family } from './design-reading.ts';
import { wordOf } from './rule-words.ts';

interface Side {
  readonly id: ResourceId;
  readonly vpc: Vpc;
  readonly device: string;
}

/** A peering carries what goes from one VPC's blocks to the other's, and nothing beyond (VPC Peering Guide, vpc-peering-basics). */
function peeringFilter(family: Family, one: Side, other: Side): string {
  const line = (from: Side, to: Side): string => `    iifname "${from.device}" ${wordOf(family)} saddr { ${blocksOf(from.vpc, family).join(', ')} } ${wordOf(family)} daddr { ${blocksOf(to.vpc, family).join(', ')} } accept`;
  return `table ${wordOf(family)} peering {\n  chain forward {\n    type filter hook forward priority 0; policy drop;\n${line(one, other)}\n${line(other, one)}\n  }\n}`;
}

function sideOf(places: Places, id: ResourceId | undefined, device: string): Side | undefined {
  const vpc = id === undefined ? undefined : places.design.resources[id];
  return id !== undefined && vpc?.kind === 'vpc' && blocksOf(vpc, places.family).length > 0 ? { id, vpc, device } : undefined;
}

function join(places: Places, given: { readonly name: string; readonly connection: ResourceId; readonly side: Side }): void {
  const { builder } = places;
  const { name, connection, side } = given;
  const [atRouter, atPeering] = builder.transit({ namespace: places.routers.get(side.id) ?? '', device: name }, { namespace: name, device: side.device });
  builder.run(name, ...blocksOf(side.vpc, places.family).map((block) => `route add ${block} via ${atRouter} dev ${side.device}`));
  places.ways.set(`${side.id} ${connection}`, `via ${atPeering} dev ${name} onlink`);
}

/** Active peering connections between two VPCs of the design that both have blocks of the family. */
export function addPeerings(places: Places): void {
  for (const [index, [id, connection]] of resourcesOf(places.design, 'vpc-peering-connection').entries()) {
    const one = sideOf(places, connection.requester.vpc, 'one');
    const other = sideOf(places, connection.accepter.vpc, 'other');
    if (connection.state !== 'active' || !one || !other) continue;
    const name = places.builder.namespace(`pcx${index + 1}`, true);
    for (const side of [one, other]) join(places, { name, connection: id, side });
    places.builder.filter(name, peeringFilter(places.family, one, other));
  }
}
