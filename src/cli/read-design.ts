import type { Design } from '@core/api/vocabulary.ts';
import { valueOf, type Context } from './context.ts';
import { refuse } from './refusal.ts';

export const STANDARD_STREAM = '-';

/** What a file is called in sentences. */
export const nameOfInput = (path: string): string => (path === STANDARD_STREAM ? 'standard input' : path);

export async function readInput(path: string, { io }: Context): Promise<Uint8Array> {
  return path === STANDARD_STREAM ? io.readStdin() : valueOf(await io.readFile(path), path);
}

/** A design as it was read. `text` is there when the file was JSON, for reporters that point to lines. */
export interface DesignInput {
  readonly design: Design;
  readonly format: 'design' | 'picture';
  readonly text: string | undefined;
}

/** Reads a `.vpc.json`, a `.vpc.png` or standard input; anything else ends the command with what to do instead. */
export async function readDesign(path: string, context: Context): Promise<DesignInput> {
  const name = nameOfInput(path);
  const content = await readInput(path, context);
  if (content.length === 0) refuse(`${name} is empty; give a .vpc.json or a .vpc.png.`);
  const { design, format } = valueOf(context.core.readFiles({ files: [{ path: name, content }] }), name);
  if (format === 'aws-describe') return refuse(`${name} is output of aws describe-*, not a design; import it first: reachable import aws ${path} -o plan.vpc.json`);
  return { design, format, text: format === 'design' ? new TextDecoder().decode(content) : undefined };
}
