import { ensureBuilt } from './ensure-built.ts';
import { runJourneys } from './run-journeys.ts';

process.exitCode = (await ensureBuilt()) && (await runJourneys(process.argv.slice(2))) ? 0 : 1;
