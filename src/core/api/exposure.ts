import { listExposure } from '../exposure/list-exposure.ts';
import type { ExposureRow } from '../findings/exposure.ts';
import type { Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** What arrives where; from the internet when nobody is named. */
export function exposure({ design, from }: RequestOf<'exposure'>): Reply<readonly ExposureRow[]> {
  return listExposure(design, from);
}
