import { listResources } from '@core/editing/draft.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { Section } from '../../controls/section.tsx';
import { LineList, ResourceLine } from './resource-line.tsx';
import { useDesign } from './use-edit.ts';

/** The route tables that send traffic to a target, and which. */
export function RoutesTo({ target, none }: { readonly target: ResourceId; readonly none: string }) {
  const design = useDesign();
  const tables = listResources(design, 'route-table')
    .map(({ id, value }) => ({
      id,
      destinations: Object.values(value.routes)
        .filter((route) => route.target === target)
        .map(({ destination }) => destination),
    }))
    .filter(({ destinations }) => destinations.length > 0);
  return (
    <Section title="Routes to it" end={`${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`}>
      <LineList label="Routes to it" none={none}>
        {tables.map(({ id, destinations }) => (
          <ResourceLine key={id} id={id} mono end={destinations.join(', ')} />
        ))}
      </LineList>
    </Section>
  );
}
