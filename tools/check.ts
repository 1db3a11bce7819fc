import { projectPath } from './build-settings.ts';
import { showCommand } from './provision/run-command.ts';

/** In this order: what is quick and often wrong first. Each is a script of package.json that can be run alone. */
const STEPS: readonly (readonly [script: string, ...args: string[]])[] = [['typecheck'], ['lint'], ['layers'], ['build'], ['docs', '--', '--check'], ['conformance:kernel', '--', '--provide'], ['test']];

async function runStep([script, ...args]: (typeof STEPS)[number]): Promise<{ readonly script: string; readonly succeeded: boolean; readonly seconds: number }> {
  console.log(`\n— ${script} —`);
  const start = performance.now();
  const code = await showCommand('npm', ['run', '--silent', script, ...args], { folder: projectPath() });
  return { script, succeeded: code === 0, seconds: Math.round((performance.now() - start) / 1000) };
}

const outcomes = [];
// All of them, also after one has failed: who reads this in CI wants to know everything at once.
for (const step of STEPS) outcomes.push(await runStep(step));

console.log();
for (const { script, succeeded, seconds } of outcomes) console.log(`${succeeded ? 'ok    ' : 'FAILED'} ${script} (${seconds} s)`);
process.exitCode = outcomes.every(({ succeeded }) => succeeded) ? 0 : 1;
