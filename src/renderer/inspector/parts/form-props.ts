import type { ResourceId } from '@core/model/ids.ts';
import type { ResourceKind, ResourceOfKind } from '@core/model/resources/index.ts';

/** What the form of a kind is given: the resource as it is now. */
export interface FormProps<Kind extends ResourceKind> {
  readonly id: ResourceId;
  readonly value: ResourceOfKind<Kind>;
}
