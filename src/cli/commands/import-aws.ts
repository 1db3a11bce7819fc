import { hasImportWarnings, writeChangesText, writeImportText } from '@core/api/reporting.ts';
import type { Design, ImportChange, ImportReport } from '@core/api/vocabulary.ts';
import type { InputFile } from '@core/api/core-api.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { openProgress } from '../progress.ts';
import { readDesign, STANDARD_STREAM } from '../read-design.ts';
import { refuse } from '../refusal.ts';
import { styleOf } from '../terminal-style.ts';
import { guardInputs, writeOutput } from '../write-output.ts';

interface Snapshot {
  readonly files: readonly InputFile[];
  readonly notes: readonly string[];
}

async function readSnapshot(paths: readonly string[], output: string, { io }: Context): Promise<Snapshot> {
  const named = paths.filter((path) => path !== STANDARD_STREAM);
  const collected = valueOf(await io.collectFiles(named, output === STANDARD_STREAM ? undefined : output));
  const piped = named.length < paths.length ? [{ path: 'standard input', content: await io.readStdin() }] : [];
  return { files: [...collected.files, ...piped], notes: collected.notes };
}

export interface ImportOptions {
  readonly output: string;
  /** The design it is laid over. */
  readonly over?: string;
}

interface Made {
  readonly design: Design;
  /** What has changed, where it was laid over a design. */
  readonly changes: readonly ImportChange[] | undefined;
}

/** The import by itself, arranged; or laid over a design, whose places stay. */
async function makeDesign(imported: Design, over: string | undefined, context: Context): Promise<Made> {
  const { core } = context;
  if (over === undefined) return { design: { ...imported, layout: valueOf(core.arrange({ design: imported })) }, changes: undefined };
  const { design } = await readDesign(over, context);
  return valueOf(core.mergeImport({ design, imported }), over);
}

async function readImport(paths: readonly string[], output: string, context: Context): Promise<Snapshot & { readonly design: Design; readonly report: ImportReport }> {
  const snapshot = await readSnapshot(paths, output, context);
  const { files, notes } = snapshot;
  const [reason] = notes;
  if (files.length === 0 && reason !== undefined && notes.length === 1) refuse(reason);
  if (files.length === 0) refuse(`${paths.join(', ')} holds no JSON file; name the folder that holds the output of aws describe-*.`);
  const read = valueOf(context.core.readFiles({ files }), files.length === 1 ? files[0]?.path : undefined);
  if (read.importReport === null) return refuse(`${paths.join(', ')} is a design already, not output of aws describe-*; it needs no import.`);
  return { ...snapshot, design: read.design, report: read.importReport };
}

/** Whether a note tells of a file that is likely an answer of AWS. */
const isLoss = (note: string): boolean => note.includes('skipped; ');

/** `reachable import aws`: describe-* output to a design; what was not understood is listed. */
export async function importAws(paths: readonly string[], { output, over }: ImportOptions, context: Context): Promise<ExitCode> {
  const { io, core } = context;
  const progress = openProgress(io);
  await guardInputs(output, over === undefined ? paths : [...paths, over], context);
  await progress.show('Reading files');
  const { design: imported, report, notes } = await readImport(paths, output, context);
  const { design, changes } = await makeDesign(imported, over, context);
  const text = valueOf(core.writeDesign({ design }));
  await progress.clear();
  await writeOutput(output, text, context);
  const stream = output === STANDARD_STREAM ? io.stderr : io.stdout;
  const style = styleOf(stream, io);
  const changed = changes === undefined ? [] : [`\n${writeChangesText(changes, style)}`];
  await stream.write([writeImportText(report, style), ...changed, ...notes.map((note) => `Note: ${note}\n`)].join(''));
  return hasImportWarnings(report) || notes.some(isLoss) ? exitCode.found : exitCode.clean;
}
