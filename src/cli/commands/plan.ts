import { describePlans, toPlanDocument, writeJson, writePlanCsv, writePlansMarkdown, writePlanText, type DescribedPlan } from '@core/api/reporting.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { readDesign } from '../read-design.ts';
import { refuse } from '../refusal.ts';
import { styleOf } from '../terminal-style.ts';

export type PlanFormat = 'text' | 'markdown' | 'csv' | 'json';

export interface PlanOptions {
  readonly format: PlanFormat;
  /** An id or a name; all VPCs without it. */
  readonly vpc?: string;
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

/** `reachable plan`: how the addresses of the VPCs are divided, what is free, and what they overlap. */
export async function plan(path: string, { format, vpc, failOn }: PlanOptions, context: Context): Promise<ExitCode> {
  const { design } = await readDesign(path, context);
  const plans = choose(describePlans(design), vpc);
  await context.io.stdout.write(write(format, plans, context));
  return failOn !== undefined && plans.some(isFailure) ? exitCode.found : exitCode.clean;
}
