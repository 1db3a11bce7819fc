import { ensureBuilt } from './ensure-built.ts';
import { runJourneys } from './run-journeys.ts';
import { describeCounts, oneFailed } from './test-counts.ts';

const counts = (await ensureBuilt()) ? await runJourneys(process.argv.slice(2)) : oneFailed;
console.log(describeCounts(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
