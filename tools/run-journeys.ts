import { rmSync } from 'node:fs';
import { projectPath } from './build-settings.ts';
import { provideTestPrograms, type TestPrograms } from './provision/test-programs.ts';
import { showCommand } from './provision/run-command.ts';
import { addCounts, nothingCounted, oneFailed, readReport, type TestCounts } from './test-counts.ts';

const REPORT = projectPath('.cache/test/journeys.json');

/** The editions that cannot be run here, in words. */
function missingEditions({ electron, browser }: TestPrograms): readonly string[] {
  return [...(electron.program === undefined ? ['the desktop app'] : []), ...(browser.program === undefined ? ['the browser edition'] : [])];
}

/** Playwright's projects for the programs that are there. */
function projectsOf({ electron, browser }: TestPrograms): readonly string[] {
  return [...(electron.program === undefined ? [] : ['--project=electron']), ...(browser.program === undefined ? [] : ['--project=chromium'])];
}

async function runPlaywright(programs: TestPrograms, args: readonly string[]): Promise<TestCounts> {
  const projects = projectsOf(programs);
  if (projects.length === 0) return nothingCounted;
  const chosen = args.some((argument) => argument.startsWith('--project')) ? [] : projects;
  rmSync(REPORT, { force: true });
  const code = await showCommand('npx', ['playwright', 'test', ...chosen, ...args], { folder: projectPath(), environment: programs.environment });
  const counts = readReport('playwright', REPORT);
  return code === 0 || counts.failed > 0 ? counts : addCounts(counts, oneFailed);
}

async function run(programs: TestPrograms, args: readonly string[]): Promise<TestCounts> {
  for (const sentence of programs.sentences) console.log(sentence);
  const missing = missingEditions(programs);
  const warnings = missing.map((edition) => `*** NOT TESTED: the journeys through ${edition}, which cannot be run here. ***`);
  for (const warning of warnings) console.error(`\n${warning}\n`);
  const counts = await runPlaywright(programs, args);
  for (const warning of warnings) console.error(`\n${warning}\n`);
  // Where nobody reads warnings, what was not tested has failed.
  return missing.length > 0 && process.env['CI'] === 'true' ? addCounts(counts, oneFailed) : counts;
}

/** Runs the journeys in both editions on the built app; `args` go to Playwright. */
export async function runJourneys(args: readonly string[] = []): Promise<TestCounts> {
  const programs = await provideTestPrograms();
  try {
    return await run(programs, args);
  } finally {
    programs.stop();
  }
}
