import { buildLookup } from '../../lookup/build-lookup.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import type { Scene } from '../scene.ts';
import { placeTag } from './place-tags.ts';
import type { ViewTag } from './views.ts';

const ANYWHERE = ['0.0.0.0/0', '::/0'];
/** The routes that say most come first: those to everywhere. */
const rankOf = (destination: string): number => (ANYWHERE.includes(destination) ? ANYWHERE.indexOf(destination) : ANYWHERE.length);

function listRoutes(lookup: Lookup, { routeTable }: SubnetEntry): readonly string[] {
  const routes = Object.values(routeTable?.value.routes ?? {}).filter(({ target }) => target !== 'local');
  const propagated = routeTable?.value.propagatingGateways.map((id) => `propagated → ${lookup.nameOf(id)}`) ?? [];
  const written = [...routes]
    .sort((a, b) => rankOf(a.destination) - rankOf(b.destination))
    .map(({ destination, target, state }) => `${destination === ANYWHERE[0] ? '' : `${destination} `}→ ${state === 'blackhole' ? 'blackhole' : lookup.nameOf(target)}`);
  const all = [...written, ...propagated];
  return all.length > 0 ? all : ['local only'];
}

/** Which table each subnet uses and where it sends, at the lower border of the subnet. */
export function describeRouting(design: Design, scene: Scene): readonly ViewTag[] {
  const lookup = buildLookup(design);
  return scene.nodes.flatMap((node) => {
    const subnet = node.kind === 'subnet' ? lookup.subnets.get(asResourceId(node.key)) : undefined;
    if (!subnet) return [];
    const table = subnet.routeTable;
    const name = table === undefined ? 'no route table' : `${lookup.nameOf(table.id)}${table.via === 'main' ? ' (main)' : ''}`;
    const routes = table === undefined ? [] : listRoutes(lookup, subnet);
    return [placeTag(node, { view: 'routing', text: [name, ...routes].join('  '), title: [`${node.title} uses ${name}`, ...routes].join('; ') })];
  });
}
