import { describePlans, readRanges, toPlanDocument, writeJson, writePlanCsv, writePlansMarkdown, writePlanText, type DescribedPlan } from '@core/api/reporting.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { nameOfInput, readDesign, readInput, STANDARD_STREAM } from '../read-design.ts';
import { refuse } from '../refusal.ts';
import { styleOf } from '../terminal-style.ts';

export type PlanFormat = 'text' | 'markdown' | 'csv' | 'json';

export interface PlanOptions {
  readonly format: PlanFormat;
  /** An id or a name; all VPCs without it. */
  readonly vpc?: string;
  /** A file of ranges to be apart from, one on each line. */
  readonly against?: string;
  /** Exit with 1 when a VPC overlaps a network that is drawn or declared. */
  readonly failOn?: 'overlap';
}

function write(format: PlanFormat, plans: readonly DescribedPlan[], { io }: Context): string {
  switch (format) {
    case 'text':
      return writePlanText(plans, styleOf(io.stdout, io));
    case 'markdown':
      return writePlansMarkdown(plans);
    case 'csv':
      return writePlanCsv(plans.map(({ plan }) => plan));
    case 'json':
      return writeJson(plans.map(toPlanDocument));
  }
}

function choose(plans: readonly DescribedPlan[], wanted: string | undefined): readonly DescribedPlan[] {
  if (wanted === undefined) return plans;
  const chosen = plans.filter(({ plan }) => plan.id === wanted || plan.name === wanted);
  if (chosen.length > 0) return chosen;
  const known = plans.map(({ plan }) => plan.name).join(', ');
  return refuse(`"${wanted}" is no VPC of the design; ${known === '' ? 'it has none' : `name one of ${known}`}.`);
}

/** What software uses inside hosts unless told otherwise is worth a word, not a failed build. */
const isFailure = ({ forecasts }: DescribedPlan): boolean => forecasts.some(({ meets, kind }) => meets !== undefined && kind !== 'usual');

type Ranges = ReturnType<typeof readRanges>['ranges'];

/** Ranges of a list or a CSV file; the first line that is none ends the command. */
async function readRangesOf(path: string, context: Context): Promise<Ranges> {
  const { ranges, problems } = readRanges(new TextDecoder().decode(await readInput(path, context)));
  const name = nameOfInput(path);
  const [problem] = problems;
  if (problem !== undefined) refuse(`${name}: ${problem}`);
  if (ranges.length === 0) refuse(`${name} names no range; write one on each line, such as partner 10.8.0.0/14.`);
  return ranges;
}

/** `reachable plan`: how the addresses of the VPCs are divided, what is free, and what they overlap. */
export async function plan(path: string, { format, vpc, against, failOn }: PlanOptions, context: Context): Promise<ExitCode> {
  if (path === STANDARD_STREAM && against === STANDARD_STREAM) refuse('The design and the ranges cannot both be standard input; name a file for one of them.');
  const { design } = await readDesign(path, context);
  const ranges = against === undefined ? [] : await readRangesOf(against, context);
  const plans = choose(describePlans(design, ranges), vpc);
  await context.io.stdout.write(write(format, plans, context));
  return failOn !== undefined && plans.some(isFailure) ? exitCode.found : exitCode.clean;
}
