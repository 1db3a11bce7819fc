import { hasImportWarnings, writeImportText } from '@core/api/reporting.ts';
import type { InputFile } from '@core/api/core-api.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { openProgress } from '../progress.ts';
import { STANDARD_STREAM } from '../read-design.ts';
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

/** `reachable import aws`: describe-* output to a design; what was not understood is listed. */
export async function importAws(paths: readonly string[], output: string, context: Context): Promise<ExitCode> {
  const { io, core } = context;
  const progress = openProgress(io);
  await guardInputs(output, paths, context);
  await progress.show('Reading files');
  const { files, notes } = await readSnapshot(paths, output, context);
  await progress.clear();
  if (files.length === 0) refuse(`${paths.join(', ')} holds no JSON file; name the folder that holds the output of aws describe-*.`);
  await progress.show(`Importing ${files.length} files`);
  const read = valueOf(core.readFiles({ files }), files.length === 1 ? files[0]?.path : undefined);
  if (read.importReport === null) return refuse(`${paths.join(', ')} is a design already, not output of aws describe-*; it needs no import.`);
  const layout = valueOf(core.arrange({ design: read.design }));
  const text = valueOf(core.writeDesign({ design: { ...read.design, layout } }));
  await progress.clear();
  await writeOutput(output, text, context);
  const report = output === STANDARD_STREAM ? io.stderr : io.stdout;
  await report.write([writeImportText(read.importReport, styleOf(report, io)), ...notes.map((note) => `Note: ${note}\n`)].join(''));
  return hasImportWarnings(read.importReport) ? exitCode.found : exitCode.clean;
}
