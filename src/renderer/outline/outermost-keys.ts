import { containersAround, findContainers } from '@core/drawing/containers.ts';
import type { Design } from '@core/model/design.ts';

/** The keys without those that stand in another one of them and go along with it anyway. */
export function outermostKeys(design: Design, keys: readonly string[]): readonly string[] {
  const containers = findContainers(design);
  return keys.filter((key) => !containersAround(containers, key).some((around) => keys.includes(around)));
}
