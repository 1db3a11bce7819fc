import type { Design } from '@core/model/design.ts';
import { designSchema } from '@core/model/design.ts';

/** Every name of a resource in a text or a structure becomes that of the copy. */
function rename(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => rename(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [names.get(key) ?? key, rename(item, names)]));
}

function copyOf({ resources, layout }: Design, number: number): Pick<Design, 'resources' | 'layout'> {
  const names = new Map(Object.keys(resources).map((id) => [id, `${id}-${number}`]));
  return rename({ resources, layout }, names) as Pick<Design, 'resources' | 'layout'>;
}

/** The same network that many times side by side, as designs grow: more VPCs, not larger ones. */
export function multiplyDesign(design: Design, times: number): Design {
  const copies = Array.from({ length: times }, (_, number) => copyOf(design, number + 1));
  return designSchema.parse({
    ...design,
    resources: Object.assign({}, design.resources, ...copies.slice(1).map(({ resources }) => resources)) as Design['resources'],
    layout: Object.assign({}, design.layout, ...copies.slice(1).map(({ layout }) => layout)) as Design['layout'],
  });
}
