import { asResourceId, asRowId, type ResourceId } from '@core/model/ids.ts';
import type { Resource } from '@core/model/resources/index.ts';

/** Collects resources under ids in AWS's form: a prefix and seventeen hexadecimal digits, counted up. */
export class Collector {
  readonly resources: Record<ResourceId, Resource> = {};
  private count = 0;

  add(prefix: string, resource: Resource): ResourceId {
    this.count += 1;
    const id = asResourceId(`${prefix}-${this.count.toString(16).padStart(17, '0')}`);
    this.resources[id] = resource;
    return id;
  }

  get size(): number {
    return this.count;
  }
}

/** Rows under the ids `prefix-1`, `prefix-2`, … */
export function rows<Row>(prefix: string, list: readonly Row[]): Record<ReturnType<typeof asRowId>, Row> {
  return Object.fromEntries(list.map((row, index) => [asRowId(`${prefix}-${index + 1}`), row]));
}
