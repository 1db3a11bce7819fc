import type { Design } from '@core/model/design.ts';
import type { Patch } from '@core/patch/patch.ts';

export function settleLayout(_design: Design): Patch {
  return [];
}
