import { writeFixText } from '@core/api/reporting.ts';
import type { Design, Finding, Fix } from '@core/api/vocabulary.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { readDesign, STANDARD_STREAM, type DesignInput } from '../read-design.ts';
import { refuse } from '../refusal.ts';
import { styleOf } from '../terminal-style.ts';
import { writeOutput } from '../write-output.ts';

export interface FixOptions {
  readonly finding: string;
  readonly apply: boolean;
  /** Which fix of the finding, from 1. */
  readonly choice: number;
}

function findFinding(path: string, id: string, findings: readonly Finding[]): Finding {
  const finding = findings.find((one) => one.id === id);
  if (finding === undefined) return refuse(`${path} has no finding "${id}"; reachable check ${path} lists them.`);
  if (finding.fixes.length === 0) return refuse(`The finding "${id}" has no fix that can be applied; its message says what to change.`);
  return finding;
}

/** What a fix changes beside removing its own finding. */
function describe(design: Design, { finding, fix, number }: { readonly finding: Finding; readonly fix: Fix; readonly number: number }, { io, core }: Context): string {
  const preview = valueOf(core.previewFix({ design, patch: fix.patch }));
  const effects = { ...preview, resolved: preview.resolved.filter((one) => one.id !== finding.id) };
  return writeFixText(number, fix, { effects, style: styleOf(io.stdout, io) });
}

async function apply(path: string, { input, fix }: { readonly input: DesignInput; readonly fix: Fix }, context: Context): Promise<void> {
  const { io, core } = context;
  if (input.format === 'picture') refuse(`${path} is a picture, which would no longer show its design; export it first: reachable export ${path} --format json -o plan.vpc.json`);
  const { design } = valueOf(core.previewFix({ design: input.design, patch: fix.patch }), path);
  await writeOutput(path, valueOf(core.writeDesign({ design })), context);
  const notice = path === STANDARD_STREAM ? io.stderr : io.stdout;
  await notice.write(`Applied to ${path === STANDARD_STREAM ? 'standard output' : path}: ${fix.title}\n`);
}

/** `reachable fix`: shows the fixes of a finding with what they open, or applies one. */
export async function fix(path: string, options: FixOptions, context: Context): Promise<ExitCode> {
  const input = await readDesign(path, context);
  const { findings } = valueOf(context.core.check({ design: input.design }), path);
  const finding = findFinding(path, options.finding, findings);
  const chosen = finding.fixes[options.choice - 1];
  if (chosen === undefined) return refuse(`The finding "${finding.id}" has ${finding.fixes.length} fixes; --choice ${options.choice} is none of them.`);
  if (options.apply) await apply(path, { input, fix: chosen }, context);
  else {
    const shown = finding.fixes.map((one, index) => describe(input.design, { finding, fix: one, number: index + 1 }, context));
    await context.io.stdout.write([`${finding.message}\n`, ...shown].join('\n'));
  }
  return exitCode.clean;
}
