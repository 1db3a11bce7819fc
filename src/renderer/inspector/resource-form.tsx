import type { ResourceId } from '@core/model/ids.ts';
import type { Resource } from '@core/model/resources/index.ts';
import { RouteTableForm } from './route-table-form.tsx';
import { SubnetForm } from './subnet-form.tsx';
import { VpcForm } from './vpc-form.tsx';

/** The form of a resource's kind. */
export function ResourceForm({ id, value }: { readonly id: ResourceId; readonly value: Resource }) {
  switch (value.kind) {
    case 'vpc':
      return <VpcForm id={id} value={value} />;
    case 'subnet':
      return <SubnetForm id={id} value={value} />;
    case 'route-table':
      return <RouteTableForm id={id} value={value} />;
    default:
      return null;
  }
}
