import { writeExposureText, writeJson } from '@core/api/reporting.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { readDesign } from '../read-design.ts';
import { styleOf } from '../terminal-style.ts';

export interface ExposureOptions {
  readonly from: string;
  readonly json: boolean;
}

/** `reachable exposure`: what arrives where. */
export async function exposure(path: string, { from, json }: ExposureOptions, context: Context): Promise<ExitCode> {
  const { io, core } = context;
  const { design } = await readDesign(path, context);
  const rows = valueOf(core.exposure({ design, from }));
  await io.stdout.write(json ? writeJson(rows) : writeExposureText(design, rows, { from, style: styleOf(io.stdout, io) }));
  return exitCode.clean;
}
