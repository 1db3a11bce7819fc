import type { ResourceId } from '../model/ids.ts';

/** One row of the exposure list: exactly what arrives, request and reply. Ranges are closed, `[from, to]`. */
export interface ExposureRow {
  readonly resource: ResourceId;
  /** The addresses it is reached at. */
  readonly addresses: readonly string[];
  /** The sources that reach it. */
  readonly from: readonly string[];
  readonly protocol: string;
  readonly ports: readonly (readonly [number, number])[];
  /** Ids of the resources passed on the way. */
  readonly path: readonly string[];
}
