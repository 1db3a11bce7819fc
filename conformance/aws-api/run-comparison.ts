import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listTemplates } from '@core/api/list-templates.ts';
import { openTemplate } from '@core/api/open-template.ts';
import { writeCloudFormation } from '@core/exchange/cloudformation/write-cloud-formation.ts';
import type { Design } from '@core/model/design.ts';
import { lintTemplate, LocalAws, provideAwsTools, whyNot } from './aws-tools.ts';
import { deploy } from './deploy.ts';
import { listFacts } from './list-facts.ts';
import { isKnownLoss } from './known-losses.ts';
import { readBack } from './read-back.ts';

interface Differences {
  readonly lint: readonly string[];
  readonly lost: readonly string[];
  readonly appeared: readonly string[];
  readonly facts: number;
}

async function compare(aws: LocalAws, design: Design, path: string): Promise<Differences> {
  const template = writeCloudFormation(design);
  if (!template.ok) throw new Error(template.problem.message);
  await writeFile(path, template.value.text);
  const lint = lintTemplate(path);
  await aws.reset();
  const before = new Set(listFacts(readBack(aws), new Map()));
  const made = await deploy(aws, path);
  const { logicalIds } = template.value;
  const physicalNames = new Map([...logicalIds.values()].flatMap((logical) => (made.has(logical) ? [[made.get(logical) ?? '', logical] as const] : [])));
  const wanted = listFacts(design, logicalIds);
  const found = listFacts(readBack(aws), physicalNames).filter((fact) => !before.has(fact));
  const [wantedSet, foundSet] = [new Set(wanted), new Set(found)];
  return {
    lint,
    lost: wanted.filter((fact) => !foundSet.has(fact) && !isKnownLoss(fact)),
    appeared: found.filter((fact) => !wantedSet.has(fact) && !isKnownLoss(fact)),
    facts: wanted.length,
  };
}

function describe(id: string, { lint, lost, appeared, facts }: Differences): readonly string[] {
  const lines = [...lint.map((line) => `cfn-lint: ${line}`), ...lost.map((fact) => `lost: ${fact}`), ...appeared.map((fact) => `not in the design: ${fact}`)];
  return lines.length === 0 ? [`ok     ${id}: ${facts} facts are the same`] : [`DIFFER ${id}`, ...lines.map((line) => `       ${line}`)];
}

async function compareTemplates(wanted: string | undefined): Promise<number> {
  const listed = listTemplates();
  const ids = (listed.ok ? listed.value : []).map(({ id }) => id).filter((id) => wanted === undefined || id === wanted);
  const folder = await mkdtemp(join(tmpdir(), 'reachable-aws-api-'));
  const aws = await LocalAws.start();
  let differing = 0;
  try {
    for (const id of ids) {
      const design = openTemplate({ id });
      if (!design.ok) throw new Error(design.problem.message);
      const differences = await compare(aws, design.value, join(folder, `${id}.json`));
      if (differences.lint.length + differences.lost.length + differences.appeared.length > 0) differing += 1;
      console.info(describe(id, differences).join('\n'));
    }
  } finally {
    aws.end();
    await rm(folder, { recursive: true, force: true });
  }
  console.info(`${ids.length - differing} of ${ids.length} designs came back as they were written.`);
  return differing === 0 ? 0 : 1;
}

/** Writes designs as CloudFormation, deploys them to a local stand-in for AWS, imports what it says of them, and compares. */
export async function runComparison(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { provide: { type: 'boolean' }, template: { type: 'string' } } });
  if (values.provide === true) provideAwsTools();
  const reason = whyNot();
  if (reason === undefined) return compareTemplates(values.template);
  console.error(`NOT COMPARED WITH AN AWS API: ${reason}`);
  return 2;
}
