import type { ResourceId } from '../model/ids.ts';

/**
 * The place that decided. `row` is the id of a route, rule or address of the resource, or one of the rows AWS adds
 * itself: `local:10.0.0.0/16` in a route table, `inbound:*` and `outbound:*` at the end of a network ACL.
 */
export interface Evidence {
  readonly at: ResourceId;
  readonly row?: string;
  /**
   * Which rules of a network ACL or security group the row is one of: a design may use the same row id in both directions
   * (a snapshot's rule 100 in and rule 100 out).
   */
  readonly direction?: 'inbound' | 'outbound';
  /** Short text for a chip: `rtb-public 0.0.0.0/0 → igw-app`, `acl-public out *`. */
  readonly label?: string;
}
