import type { Context } from './context.ts';
import { valueOf } from './context.ts';
import { STANDARD_STREAM } from './read-design.ts';
import { refuse } from './refusal.ts';

/** Refuses to write over what is read. */
export async function guardInputs(output: string, inputs: readonly string[], { io }: Context): Promise<void> {
  for (const input of inputs) {
    if (input === STANDARD_STREAM || output === STANDARD_STREAM) continue;
    if (input === output || (await io.isSameFile(input, output))) refuse(`${output} is also the input; name another file with -o.`);
  }
}

/** Writes the result whole or not at all, to a file or to standard output. */
export async function writeOutput(output: string, content: string | Uint8Array, { io }: Context): Promise<void> {
  if (output === STANDARD_STREAM) await io.stdout.write(content);
  else valueOf(await io.writeFile(output, content), output);
}
