import { runComparison } from './run-comparison.ts';

process.exitCode = await runComparison(process.argv.slice(2));
