import type { ImportReport } from '../../findings/import-report.ts';
import { checkPlainData } from '../../model/check-plain-data.ts';
import { DESIGN_VERSION, type Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import { shorten } from '../../model/quote.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import { collectRecords, type SourcedDocument } from './collect-records.ts';
import { startDraft } from './draft.ts';
import { describeBrokenReferences, findCutCalls, findMissingCalls, findMissingThings } from './find-broken-references.ts';
import { finishResources } from './finish-resources.ts';
import { joins } from './joins/index.ts';
import { listNames } from './list-names.ts';
import { findPlaces } from './places.ts';
import { readers } from './readers/index.ts';
import { nameOfImport, readSource } from './source.ts';
import type { Snapshot } from './snapshot.ts';
import { writeImportReport } from './write-import-report.ts';

/** A file's path and the JSON it held; `undefined` for a file that a call left empty. */
export interface DescribeFile {
  readonly path: string;
  readonly document: unknown;
}

export interface DescribeImport {
  readonly design: Design;
  readonly report: ImportReport;
}

/** The documents in the order of their paths, so that the order in which a host lists files changes nothing. */
function placeDocuments(files: readonly DescribeFile[]): Reply<readonly SourcedDocument[]> {
  for (const { path, document } of files) {
    const problem = document === undefined ? undefined : checkPlainData(document);
    if (problem) return fail(`${shorten(path)}: ${problem.message}`, path);
  }
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return succeed(sorted.map(({ path, document }) => ({ source: readSource(path), document })));
}

function makeDesign(snapshot: Snapshot, name: string): DescribeImport {
  const draft = startDraft(snapshot, findPlaces(snapshot));
  for (const reader of readers) reader.readAll(draft);
  for (const join of joins) join(draft);
  const resources = finishResources(draft);
  const missing = findMissingThings(draft);
  const calls = findMissingCalls(draft, missing);
  const report = writeImportReport(draft, readers, { broken: describeBrokenReferences(draft, missing), missing: calls });
  const imported = (Object.keys(resources) as ResourceId[]).sort();
  const answered = [...snapshot.records.keys()].sort();
  return { design: { version: DESIGN_VERSION, name, resources, layout: {}, snapshot: { missing: [...new Set([...calls, ...findCutCalls(draft)])].sort(), imported, answered } }, report };
}

/**
 * Makes a design of what `aws ec2 describe-*`, `aws rds describe-*` and their kin print. Files count by the top-level
 * keys in them, never by their names; Region and account come from folders (`accounts/<id>/<region>/`), file names, ARNs
 * and zones. AWS's ids are kept. What is not understood is kept whole or listed in the report, references that lead
 * nowhere are kept and listed; nothing is dropped silently. The layout is empty. Fails with one sentence when a document
 * is not what such a call prints.
 */
export function readAwsDescribe(files: readonly DescribeFile[]): Reply<DescribeImport> {
  if (files.length === 0) return fail('There is no file to import; choose what "aws ec2 describe-…" printed.');
  const documents = placeDocuments(files);
  if (!documents.ok) return documents;
  const snapshot = collectRecords(documents.value, readers);
  if (!snapshot.ok) return snapshot;
  if (snapshot.value.records.size === 0) {
    const paths = listNames(files.map(({ path }) => path));
    return fail(`${paths}: there is nothing in it that "aws ec2 describe-…" prints under its top-level key, such as "Vpcs"; export without --query.`);
  }
  return succeed(makeDesign(snapshot.value, nameOfImport(documents.value.map(({ source }) => source))));
}
