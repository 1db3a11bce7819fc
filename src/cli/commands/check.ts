import { countSeverity, writeCheckMarkdown, writeCheckSarif, writeCheckText, writeJson, type CheckContext } from '@core/api/reporting.ts';
import { version } from '@shared/version.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { nameOfInput, readDesign } from '../read-design.ts';
import { styleOf } from '../terminal-style.ts';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'markdown';

export interface CheckOptions {
  readonly format: CheckFormat;
  readonly failOn: 'error' | 'warning';
}

function write(format: CheckFormat, checked: CheckContext, { io, core }: Context): string {
  switch (format) {
    case 'text':
      return writeCheckText(checked, styleOf(io.stdout, io));
    case 'json':
      return writeJson(checked.report);
    case 'sarif':
      return writeCheckSarif(checked, { rules: valueOf(core.listRules()), version });
    case 'markdown':
      return writeCheckMarkdown(checked);
  }
}

/** `reachable check`: all findings. */
export async function check(path: string, { format, failOn }: CheckOptions, context: Context): Promise<ExitCode> {
  const { design, text } = await readDesign(path, context);
  const report = valueOf(context.core.check({ design }), path);
  const checked: CheckContext = { source: nameOfInput(path), design, report, ...(text !== undefined && { text }) };
  await context.io.stdout.write(write(format, checked, context));
  const errors = countSeverity(report.findings, 'error');
  const warnings = failOn === 'warning' ? countSeverity(report.findings, 'warning') : 0;
  return errors + warnings > 0 ? exitCode.found : exitCode.clean;
}
