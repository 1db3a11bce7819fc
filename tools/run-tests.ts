import { rmSync } from 'node:fs';
import { projectPath } from './build-settings.ts';
import { ensureBuilt } from './ensure-built.ts';
import { showCommand } from './provision/run-command.ts';
import { runJourneys } from './run-journeys.ts';
import { addCounts, failuresIn, oneFailed, readReport, type TestCounts } from './test-counts.ts';

const REPORT = projectPath('.cache/test/vitest.json');

/** Everything that runs without a window: single parts, laws and contracts. */
async function runVitest(): Promise<TestCounts> {
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
