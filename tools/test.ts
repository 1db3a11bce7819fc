import { runTests } from './run-tests.ts';
import { describeCounts } from './test-counts.ts';

const counts = await runTests();
console.log(`\n${describeCounts(counts)}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
