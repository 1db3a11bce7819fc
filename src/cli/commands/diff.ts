import { isSame, writeComparisonMarkdown, writeComparisonText, writeJson, type ComparedDesigns } from '@core/api/reporting.ts';
import type { Comparison } from '@core/api/vocabulary.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { openProgress } from '../progress.ts';
import { nameOfInput, readDesign, STANDARD_STREAM } from '../read-design.ts';
import { refuse } from '../refusal.ts';
import { styleOf } from '../terminal-style.ts';

export type DiffFormat = 'text' | 'json' | 'markdown';

export interface DiffOptions {
  readonly format: DiffFormat;
  /** Without it every difference is exit code 0. */
  readonly failOn?: 'opened' | 'any';
}

/** Nobody waits at a window: a build machine may take a minute to look from every subnet. */
const MOST_SUBNETS = 100;

function write(format: DiffFormat, compared: ComparedDesigns, { io }: Context): string {
  switch (format) {
    case 'text':
      return writeComparisonText(compared, styleOf(io.stdout, io));
    case 'json':
      return writeJson(compared.comparison);
    case 'markdown':
      return writeComparisonMarkdown(compared);
  }
}

function isFailure(comparison: Comparison, failOn: DiffOptions['failOn']): boolean {
  if (failOn === undefined) return false;
  return failOn === 'any' ? !isSame(comparison) : comparison.opens.length > 0;
}

/** `reachable diff`: what differs between two versions of a design, and what that opens and closes. */
export async function diff(paths: { readonly before: string; readonly after: string }, { format, failOn }: DiffOptions, context: Context): Promise<ExitCode> {
  if (paths.before === STANDARD_STREAM && paths.after === STANDARD_STREAM) refuse('The two designs cannot both be standard input; name a file for one of them.');
  const { design: before } = await readDesign(paths.before, context);
  const { design: after } = await readDesign(paths.after, context);
  const progress = openProgress(context.io);
  await progress.show('Comparing who reaches what…');
  const comparison = valueOf(context.core.compare({ before, after, mostSubnets: MOST_SUBNETS }));
  await progress.clear();
  await context.io.stdout.write(write(format, { before: nameOfInput(paths.before), after: nameOfInput(paths.after), comparison }, context));
  return isFailure(comparison, failOn) ? exitCode.found : exitCode.clean;
}
