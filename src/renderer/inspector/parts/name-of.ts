import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '@core/model/resources/index.ts';

/** The resource of that id, when the design has it. */
export function findResource(design: Design, id: string | undefined): Resource | undefined {
  return id !== undefined && Object.hasOwn(design.resources, id) ? design.resources[asResourceId(id)] : undefined;
}

/** The resource of that id, when it is of that kind. */
export function findOfKind<Kind extends ResourceKind>(design: Design, id: string | undefined, kind: Kind): ResourceOfKind<Kind> | undefined {
  const resource = findResource(design, id);
  return resource?.kind === kind ? (resource as ResourceOfKind<Kind>) : undefined;
}

/** What people call it: its name, else its id. */
export function nameOf(design: Design, id: string): string {
  const name = findResource(design, id)?.name.trim();
  return name === undefined || name === '' ? id : name;
}
