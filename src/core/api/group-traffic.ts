import { listGroupTraffic } from '../exposure/list-group-traffic.ts';
import type { GroupTraffic } from '../findings/group-traffic.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** Who may talk to whom, between security groups that have members. */
export function groupTraffic({ design }: RequestOf<'groupTraffic'>): Reply<readonly GroupTraffic[]> {
  return succeed(listGroupTraffic(design));
}
