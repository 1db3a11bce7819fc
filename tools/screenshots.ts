import { ensureBuilt } from './ensure-built.ts';
import { runJourneys } from './run-journeys.ts';

// The pictures in docs/pictures are of the desktop app; where it cannot be run, none are taken.
const counts = (await ensureBuilt()) ? await runJourneys(['--config', 'playwright.screenshots.config.ts', '--project=electron']) : { passed: 0, failed: 1, skipped: 0 };
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
