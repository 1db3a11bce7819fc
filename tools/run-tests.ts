import { rmSync } from 'node:fs';
import { projectPath } from './build-settings.ts';
import { ensureBuilt } from './ensure-built.ts';
import { seedOfCommit, SEED_WITHOUT_COMMIT } from './law-seed.ts';
import { runCommand, showCommand } from './provision/run-command.ts';
import { runJourneys } from './run-journeys.ts';
import { addCounts, failuresIn, oneFailed, readReport, type TestCounts } from './test-counts.ts';

const REPORT = projectPath('.cache/test/vitest.json');

/** REACHABLE_SEED says where the laws start their search: a number, or `commit` for that of the commit; otherwise at random. */
function chooseSeed(): void {
  if (process.env['REACHABLE_SEED'] === 'commit') {
    const head = runCommand('git', ['rev-parse', 'HEAD'], { folder: projectPath() });
    process.env['REACHABLE_SEED'] = String(head.succeeded ? seedOfCommit(head.text.trim()) : SEED_WITHOUT_COMMIT);
  }
  console.log(`Seed of the laws: ${process.env['REACHABLE_SEED'] ?? 'random'}.`);
}

/** Everything that runs without a window: single parts, laws and contracts. */
async function runVitest(): Promise<TestCounts> {
  chooseSeed();
  rmSync(REPORT, { force: true });
  const code = await showCommand('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`], { folder: projectPath() });
  const counts = readReport('vitest', REPORT);
  // A file that cannot be loaded fails the run without a failed test.
  return code === 0 || counts.failed > 0 ? counts : addCounts(counts, oneFailed);
}

/** All tests: first those without a window, then the journeys through the built app. */
export async function runTests(): Promise<TestCounts> {
  const withoutWindow = await runVitest();
  const journeys = (await ensureBuilt()) ? await runJourneys() : oneFailed;
  for (const failure of failuresIn(REPORT)) console.error(`\nFAILED ${failure}`);
  return addCounts(withoutWindow, journeys);
}
