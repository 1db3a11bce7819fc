import { provideTestPrograms, type TestPrograms } from './provision/test-programs.ts';
import { showCommand } from './provision/run-command.ts';

/** The editions that can be run with what is there: Playwright's projects of the same names. */
function projectsOf({ electron, browser }: TestPrograms): readonly string[] {
  return [...(electron.program === undefined ? [] : ['electron']), ...(browser.program === undefined ? [] : ['chromium'])];
}

/** What must be seen by whoever reads only a little of the output. */
function warnOfMissing({ electron, browser }: TestPrograms): void {
  for (const { program, edition } of [
    { program: electron.program, edition: 'the desktop app' },
    { program: browser.program, edition: 'the browser edition' },
  ]) {
    if (program === undefined) console.error(`\n*** NOT TESTED: the journeys through ${edition}. The reason stands above. ***\n`);
  }
}

async function run(programs: TestPrograms, args: readonly string[]): Promise<boolean> {
  for (const sentence of programs.sentences) console.log(sentence);
  warnOfMissing(programs);
  const projects = projectsOf(programs);
  const isComplete = projects.length === 2;
  if (projects.length === 0) return false;
  const chosen = args.some((argument) => argument.startsWith('--project')) ? [] : projects.map((name) => `--project=${name}`);
  const succeeded = (await showCommand('npx', ['playwright', 'test', ...chosen, ...args], { environment: programs.environment })) === 0;
  // Where nobody looks at warnings, what was not tested has failed.
  return succeeded && (isComplete || process.env['CI'] !== 'true');
}

/** Runs the journeys in both editions on the built app; `args` go to Playwright. Answers whether all went well. */
export async function runJourneys(args: readonly string[]): Promise<boolean> {
  const programs = await provideTestPrograms();
  try {
    return await run(programs, args);
  } finally {
    programs.stop();
  }
}
