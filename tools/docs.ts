import { rules } from '@core/rules/index.ts';
import { projectPath } from './build-settings.ts';
import { writeExamples } from './docs/examples.ts';
import { findStale, refresh, type Generated } from './docs/generated.ts';
import { writeJsonSchemas } from './docs/json-schemas.ts';
import { writeNotices } from './docs/notices.ts';
import { writePages } from './docs/pages.ts';
import { writeRulePages } from './docs/rule-pages.ts';
import { ensureBuilt } from './ensure-built.ts';

const root = projectPath();

/** With `--check` nothing is written: what is stale fails. */
function check(all: readonly Generated[]): void {
  const stale = all.flatMap((generated) => findStale(root, generated));
  for (const path of stale) console.error(`${path} is stale; run: npm run docs`);
  if (stale.length === 0) console.log('What is generated is fresh.');
  else process.exitCode = 1;
}

function write(all: readonly Generated[]): void {
  const touched = all.flatMap((generated) => refresh(root, generated));
  console.log(touched.length === 0 ? 'What is generated was fresh.' : `Wrote ${touched.join(', ')}.`);
}

if (await ensureBuilt()) {
  const all = [writeRulePages(rules), writeJsonSchemas(), writeNotices(), writeExamples(), ...(await writePages())];
  if (process.argv.includes('--check')) check(all);
  else write(all);
} else {
  process.exitCode = 1;
}
