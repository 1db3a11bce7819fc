import type { ResourceId } from '../model/ids.ts';

/** One line of what an import found: how many of a kind were read, and what was not understood. */
export interface ImportLine {
  /** AWS's word: `NatGateways`, `TransitGateways`. */
  readonly type: string;
  readonly count: number;
  readonly outcome: 'read' | 'not-modelled' | 'skipped' | 'broken-reference';
  /** One sentence; names the file or the resource where there is one. */
  readonly sentence: string;
}

/** What an import over a design changed about one resource. `fields` only for `changed`. */
export interface ImportChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly resource: ResourceId;
  readonly kind: string;
  readonly name: string;
  readonly fields: readonly string[];
}

/** What an import has to say beside the design it made. Nothing is dropped silently. */
export interface ImportReport {
  readonly lines: readonly ImportLine[];
  /** Kinds of files that were not there and whose AWS default stands in. */
  readonly missing: readonly string[];
}
