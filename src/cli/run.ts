import { CommanderError } from 'commander';
import type { Context } from './context.ts';
import { exitCode, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { Refusal, toErrorLine } from './refusal.ts';

const CLEAR_LINE = '\r\u001B[K';
const HELP_SHOWN = ['commander.helpDisplayed', 'commander.version', 'commander.help'];

/** Loads the core when a command needs it: help and faults of usage answer without it. */
async function openContext(io: Io): Promise<Context> {
  const { createCoreApi } = await import('@core/api/create-core-api.ts');
  return { io, core: createCoreApi() };
}

/** The help that says more: that of the command, as far as it is one. */
function helpOf({ code }: CommanderError, argv: readonly string[]): string {
  const [command, part] = argv;
  const words = command === 'import' && part === 'aws' ? [command, part] : [command];
  const isCommand = code !== 'commander.unknownCommand' && command !== undefined && !command.startsWith('-');
  return ['reachable', ...(isCommand ? words : []), '--help'].join(' ');
}

function describe(error: unknown, argv: readonly string[]): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') return `${argv.join(' ')} needs one more word; see reachable ${argv.join(' ')} --help`;
    return `${error.message.replace(/^error: /, '').replace(/\.$/, '')}; see ${helpOf(error, argv)}`;
  }
  return `Reachable made a mistake and stopped: ${error instanceof Error ? error.message : String(error)}`;
}

async function writeFault({ stderr }: Io, sentence: string): Promise<ExitCode> {
  // A progress line may still stand there.
  await stderr.write(`${stderr.isTerminal ? CLEAR_LINE : ''}${toErrorLine(sentence)}`);
  return exitCode.unusable;
}

/** Runs one command line, given without the program's own name, and answers its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const state: { code: ExitCode } = { code: exitCode.clean };
  const help: string[] = [];
  const program = createProgram(
    {
      open: () => openContext(io),
      finish: (code) => {
        state.code = code;
      },
    },
    { write: (text) => void help.push(text), width: io.stdout.columns },
  );
  try {
    if (argv.length === 0) return await writeFault(io, 'no command is given; see reachable --help');
    await program.parseAsync([...argv], { from: 'user' });
    return state.code;
  } catch (error) {
    if (!(error instanceof CommanderError && HELP_SHOWN.includes(error.code) && help.length > 0)) return await writeFault(io, describe(error, argv));
    await io.stdout.write(help.join(''));
    return exitCode.clean;
  }
}
