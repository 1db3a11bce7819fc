import { Command, InvalidArgumentError, Option } from 'commander';
import type { ViewName } from '@core/api/vocabulary.ts';
import { version } from '@shared/version.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import { helpTexts } from './help-texts.ts';
import { readByte, readChoice, readPort, readProtocol, readDay, readScale } from './option-values.ts';
import { askWhy, type WhyFlags } from './why-flags.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DiffOptions } from './commands/diff.ts';
import type { ExportFormat, ExportOptions } from './commands/export.ts';
import type { ExposureOptions } from './commands/exposure.ts';
import type { ImportOptions } from './commands/import-aws.ts';
import type { FixOptions } from './commands/fix.ts';
import type { PlanOptions } from './commands/plan.ts';

/** Where a command leaves its exit code, and how it gets what it works with: only when it runs, so that help is quick. */
export interface ProgramHooks {
  readonly open: () => Promise<Context>;
  readonly finish: (code: ExitCode) => void;
}

/** Options as they are parsed: a flag that was not given is missing. */
type Flags<Options, Flag extends keyof Options> = Omit<Options, Flag> & { readonly [Name in Flag]?: boolean };

const DESIGN = 'a .vpc.json or .vpc.png, - for standard input';
const exportFormats: readonly string[] = ['png', 'svg', 'json', 'cloudformation'] satisfies ExportFormat[];
const views: readonly string[] = ['addresses', 'routing', 'security', 'exposure'] satisfies ViewName[];
const laterFormats: readonly string[] = ['terraform', 'drawio', 'mermaid', 'markdown'];

function readExportFormat(text: string): string {
  if (exportFormats.includes(text)) return text;
  const state = laterFormats.includes(text) ? 'That format is not available yet' : 'That is no format';
  throw new InvalidArgumentError(`${state}; write ${exportFormats.join(', ')}.`);
}

function addCheck(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('check')
    .description('list every finding in a design')
    .argument('<design>', DESIGN)
    .addOption(new Option('--format <format>', 'how to write the findings').choices(['text', 'json', 'sarif', 'markdown']).default('text'))
    .addOption(new Option('--fail-on <level>', 'exit with 1 from this severity on').choices(['error', 'warning']).default('error'))
    .addHelpText('after', helpTexts.check)
    .action(async (path: string, options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      finish(await check(path, options, await open()));
    });
}

function addWhy(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('why')
    .description('say whether one endpoint reaches another, and every reason why not')
    .argument('<design>', DESIGN)
    .option('--from <endpoint>', 'who opens the connection')
    .option('--to <endpoint>', 'who shall be reached')
    .addOption(new Option('--protocol <protocol>', 'tcp, udp, icmp, all or a number').argParser(readProtocol))
    .addOption(new Option('--port <number>', 'destination port').argParser(readPort))
    .addOption(new Option('--icmp-type <number>', 'ICMP type').argParser(readByte))
    .addOption(new Option('--icmp-code <number>', 'ICMP code').argParser(readByte))
    .addOption(new Option('--source-port <number>', 'source port').argParser(readPort))
    .addOption(new Option('--client <class>', 'whose ephemeral ports the replies go to').choices(['linux', 'windows', 'nat', 'elb', 'lambda', 'any']))
    .addOption(new Option('--symptom <symptom>', 'what is seen, to mark the likely steps').choices(['timeout', 'refused', 'tls', 'denied', 'partial']))
    .option('--questions <file>', 'answer one question per line of a file, - for standard input')
    .option('--json', 'write JSON')
    .addHelpText('after', helpTexts.why)
    .action(async (path: string, flags: WhyFlags) => finish(await askWhy(path, flags, open)));
}

function addExposure(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('exposure')
    .description('list what is reached from the internet, with which protocols and ports')
    .argument('<design>', DESIGN)
    .option('--from <endpoint>', 'from where', 'internet')
    .option('--json', 'write JSON')
    .addHelpText('after', helpTexts.exposure)
    .action(async (path: string, { from, json = false }: Flags<ExposureOptions, 'json'>) => {
      const { exposure } = await import('./commands/exposure.ts');
      finish(await exposure(path, { from, json }, await open()));
    });
}

function addExpect(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('expect')
    .description('run the expectations saved in a design')
    .argument('<design>', DESIGN)
    .addHelpText('after', helpTexts.expect)
    .action(async (path: string) => {
      const { expect } = await import('./commands/expect.ts');
      finish(await expect(path, await open()));
    });
}

function addDiff(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('diff')
    .description('say what differs between two versions of a design, and what that opens and closes')
    .argument('<old>', DESIGN)
    .argument('<new>', DESIGN)
    .addOption(new Option('--format <format>', 'how to write the differences').choices(['text', 'json', 'markdown']).default('text'))
    .addOption(new Option('--fail-on <difference>', 'exit with 1 when something becomes reachable, or when anything differs').choices(['opened', 'any']))
    .addHelpText('after', helpTexts.diff)
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('./commands/diff.ts');
      finish(await diff({ before, after }, options, await open()));
    });
}

function addPlan(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('plan')
    .description('say how the addresses of the VPCs are divided, what is free and what they overlap')
    .argument('<design>', DESIGN)
    .addOption(new Option('--format <format>', 'how to write the plan').choices(['text', 'markdown', 'csv', 'json']).default('text'))
    .option('--vpc <vpc>', 'the plan of one VPC, by its name or id')
    .option('--against <file>', 'ranges to be apart from, a name and a block on each line, - for standard input')
    .addOption(new Option('--fail-on <what>', 'exit with 1 when a VPC overlaps a network that is drawn or declared').choices(['overlap']))
    .addHelpText('after', helpTexts.plan)
    .action(async (path: string, options: PlanOptions) => {
      const { plan } = await import('./commands/plan.ts');
      finish(await plan(path, options, await open()));
    });
}

function addFix(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('fix')
    .description('show the fixes of a finding with what they open, or apply one')
    .argument('<design>', DESIGN)
    .requiredOption('--finding <id>', 'the finding, as check names it')
    .addOption(new Option('--choice <number>', 'which fix to apply, where there are several').argParser(readChoice).default(1))
    .option('--apply', 'write the fixed design')
    .addHelpText('after', helpTexts.fix)
    .action(async (path: string, { apply = false, ...options }: Flags<FixOptions, 'apply'>) => {
      const { fix } = await import('./commands/fix.ts');
      finish(await fix(path, { ...options, apply }, await open()));
    });
}

function addImport(program: Command, { open, finish }: ProgramHooks): void {
  const group = program.command('import').description('make a design from what other tools wrote').addHelpText('after', helpTexts.import);
  group
    .command('aws')
    .description('read the output of aws … describe-* commands')
    .argument('<path...>', 'files, folders, - for standard input')
    .requiredOption('-o, --output <design>', 'the design to write, - for standard output')
    .option('--over <design>', 'a design to lay it over: keeps its layout and what was drawn in it')
    .addHelpText('after', helpTexts.importAws)
    .action(async (paths: readonly string[], options: ImportOptions) => {
      const { importAws } = await import('./commands/import-aws.ts');
      finish(await importAws(paths, options, await open()));
    });
}

function addExport(program: Command, { open, finish }: ProgramHooks): void {
  program
    .command('export')
    .description('write a design as a picture or as JSON')
    .argument('<design>', DESIGN)
    .addOption(new Option('--format <format>', exportFormats.join(', ')).argParser(readExportFormat).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'the file to write, - for standard output')
    .addOption(new Option('--theme <theme>', 'colours of the picture').choices(['light', 'dark']).default('light'))
    .addOption(new Option('--scale <number>', 'pixels of the PNG for each pixel of the drawing').argParser(readScale).default(2))
    .option('--transparent', 'no background')
    .addOption(new Option('--title-block [date]', 'name, day, counts and legend below the picture; today when no day is given').argParser(readDay))
    .addOption(new Option('--view <views...>', 'what is drawn over the nodes').choices(views))
    .option('--plain', 'for print: on white, without washes')
    .option('--embed-fonts', 'put the fonts into the SVG')
    .addHelpText('after', helpTexts.export)
    .action(async (path: string, { transparent = false, embedFonts = false, plain = false, ...options }: Flags<ExportOptions, 'transparent' | 'embedFonts' | 'plain'>) => {
      const { exportDesign } = await import('./commands/export.ts');
      finish(await exportDesign(path, { ...options, transparent, embedFonts, plain }, await open()));
    });
}

/** The command line's commands and options. Parsing never ends the process: faults are thrown. */
export function createProgram(hooks: ProgramHooks, output: { readonly write: (text: string) => void; readonly width: number | undefined }): Command {
  const program = new Command('reachable');
  program
    .description('Say what can reach what in an AWS network, and why not: the core of Reachable without a window.')
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', helpTexts.program)
    .exitOverride()
    .configureOutput({
      writeOut: output.write,
      // Faults are told once, in one line, where they are caught.
      writeErr: () => undefined,
      ...(output.width !== undefined && { getOutHelpWidth: () => output.width ?? 0 }),
    });
  for (const add of [addCheck, addWhy, addExposure, addExpect, addDiff, addPlan, addFix, addImport, addExport]) add(program, hooks);
  return program;
}
