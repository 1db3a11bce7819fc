import type { ImportLine, ImportReport } from '../../findings/import-report.ts';
import type { Design } from '../../model/design.ts';
import type { ResourceKind, ResourceOfKind } from '../../model/resources/index.ts';
import { toFiles, type Account } from './example-account.ts';
import { readAwsDescribe, type DescribeFile } from './read-aws-describe.ts';

export interface Imported {
  readonly design: Design;
  readonly report: ImportReport;
}

/** Imports files that must be importable. */
export function importFiles(files: readonly DescribeFile[]): Imported {
  const read = readAwsDescribe(files);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

/** Imports answers by key, as the files of one Region. */
export const importAccount = (account: Account): Imported => importFiles(toFiles(account));

/** The resource with this id, which must be there and of this kind. */
export function findResource<Kind extends ResourceKind>(design: Design, id: string, kind: Kind): ResourceOfKind<Kind> {
  const resource = Object.entries(design.resources).find(([key]) => key === id)?.[1];
  if (resource?.kind !== kind) throw new Error(`${id} is no ${kind}`);
  return resource as ResourceOfKind<Kind>;
}

/** The sentences of a report with one outcome. */
export const sentencesOf = (report: ImportReport, outcome: ImportLine['outcome']): string[] =>
  report.lines.filter((line) => line.outcome === outcome).map(({ sentence }) => sentence);
