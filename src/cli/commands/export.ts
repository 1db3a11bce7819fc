import type { PictureOptions } from '@core/api/core-api.ts';
import type { ViewName } from '@core/api/vocabulary.ts';
import type { Design } from '@core/api/vocabulary.ts';
import { formatDay } from '@shared/format-day.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { openProgress } from '../progress.ts';
import { readDesign } from '../read-design.ts';
import { guardInputs, writeOutput } from '../write-output.ts';

export type ExportFormat = 'png' | 'svg' | 'json' | 'cloudformation';

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly output: string;
  readonly theme: PictureOptions['theme'];
  readonly transparent: boolean;
  /** Pixels of the PNG for each pixel of the drawing. */
  readonly scale: number;
  /** The day for a title block below the drawing; `true` for today, `undefined` for none. */
  readonly titleBlock?: string | true;
  /** What is drawn over the nodes. */
  readonly view?: readonly ViewName[];
  /** On white, without washes. */
  readonly plain: boolean;
  /** Puts the fonts into an SVG. */
  readonly embedFonts: boolean;
}

function drawSvg(design: Design, { theme, transparent, titleBlock, view = [], plain }: ExportOptions, { core }: Context): string {
  const block = titleBlock === undefined ? null : { date: titleBlock === true ? formatDay(new Date()) : titleBlock };
  return valueOf(core.drawPicture({ design, options: { theme, transparent, only: [], question: null, titleBlock: block, views: view, plain } })).svg;
}

async function writeSvg(design: Design, options: ExportOptions, context: Context): Promise<string> {
  const svg = drawSvg(design, options, context);
  if (!options.embedFonts) return svg;
  const { embedOwnFonts } = await import('../embed-own-fonts.ts');
  return embedOwnFonts(svg);
}

async function write(design: Design, options: ExportOptions, context: Context): Promise<string | Uint8Array> {
  switch (options.format) {
    case 'json':
      return valueOf(context.core.writeDesign({ design }));
    case 'cloudformation': {
      const { text, notes } = valueOf(context.core.writeCloudFormation({ design }));
      await context.io.stderr.write(notes.map((note) => `Note: ${note}\n`).join(''));
      return text;
    }
    case 'svg':
      return writeSvg(design, options, context);
    case 'png': {
      const { rasterise } = await import('../rasterise.ts');
      const png = valueOf(await rasterise(drawSvg(design, options, context), options.scale));
      return valueOf(context.core.embedDesign({ design, png }));
    }
  }
}

/** `reachable export`: the design in another format. */
export async function exportDesign(path: string, options: ExportOptions, context: Context): Promise<ExitCode> {
  await guardInputs(options.output, [path], context);
  const { design } = await readDesign(path, context);
  const progress = openProgress(context.io);
  await progress.show(`Drawing ${options.format}`);
  const content = await write(design, options, context);
  await progress.clear();
  await writeOutput(options.output, content, context);
  return exitCode.clean;
}
