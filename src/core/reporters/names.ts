import type { Evidence } from '../findings/evidence.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';

/** The name of a resource, else its id; what is no resource (an address, `internet`) is its own name. */
export function nameOf(design: Design, id: string): string {
  const name = design.resources[asResourceId(id)]?.name;
  return name === undefined || name === '' ? id : name;
}

/** Where a finding or a blocker stands, in words: the label it carries, else name and row. */
export function describeEvidence(design: Design, { at, row, direction, label }: Evidence): string {
  return label ?? [nameOf(design, at), direction, row].filter((word) => word !== undefined).join(' ');
}
