import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listTemplates } from '@core/api/list-templates.ts';
import { openTemplate } from '@core/api/open-template.ts';
import { writeCloudFormation, type CloudFormation } from '@core/exchange/cloudformation/write-cloud-formation.ts';
import type { Design } from '@core/model/design.ts';
import { lintTemplates, LocalAws, provideAwsTools, whyNot } from './aws-tools.ts';
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

interface Written extends CloudFormation {
  readonly id: string;
  readonly path: string;
  readonly design: Design;
}

async function compare(aws: LocalAws, written: Written, lint: readonly string[]): Promise<Differences> {
  await aws.reset();
  const { logicalIds, design, path } = written;
  const made = await deploy(aws, path);
  const physicalNames = new Map([...logicalIds.values()].flatMap((logical) => (made.has(logical) ? [[made.get(logical) ?? '', logical] as const] : [])));
  const wanted = listFacts(design, logicalIds);
  const found = listFacts(await readBack(aws), physicalNames);
  const [wantedSet, foundSet] = [new Set(wanted), new Set(found)];
  return {
    lint: lint.filter((line) => line.startsWith(path)),
    lost: wanted.filter((fact) => !foundSet.has(fact) && !isKnownLoss(fact)),
    appeared: found.filter((fact) => !wantedSet.has(fact) && !isKnownLoss(fact)),
    facts: wanted.length,
  };
}

function describe(id: string, { lint, lost, appeared, facts }: Differences): readonly string[] {
  const lines = [...lint.map((line) => `cfn-lint: ${line}`), ...lost.map((fact) => `lost: ${fact}`), ...appeared.map((fact) => `not in the design: ${fact}`)];
  return lines.length === 0 ? [`ok     ${id}: ${facts} facts are the same`] : [`DIFFER ${id}`, ...lines.map((line) => `       ${line}`)];
}

async function write(id: string, path: string): Promise<Written> {
  const design = openTemplate({ id });
  const template = design.ok ? writeCloudFormation(design.value) : design;
  if (!design.ok) throw new Error(design.problem.message);
  if (!template.ok) throw new Error(template.problem.message);
  await writeFile(path, template.value.text);
  return { ...template.value, id, path, design: design.value };
}

function listIds(wanted: string | undefined): readonly string[] {
  const listed = listTemplates();
  return (listed.ok ? listed.value : []).map(({ id }) => id).filter((id) => wanted === undefined || wanted.split(',').includes(id));
}

async function compareAll(aws: LocalAws, all: readonly Written[]): Promise<number> {
  const lint = lintTemplates(all.map(({ path }) => path));
  let differing = 0;
  for (const written of all) {
    const differences = await compare(aws, written, lint);
    if (differences.lint.length + differences.lost.length + differences.appeared.length > 0) differing += 1;
    console.info(describe(written.id, differences).join('\n'));
  }
  return differing;
}

async function compareTemplates(wanted: string | undefined): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'reachable-aws-api-'));
  const start = performance.now();
  const aws = await LocalAws.start();
  try {
    const all = await Promise.all(listIds(wanted).map((id) => write(id, join(folder, `${id}.json`))));
    const differing = await compareAll(aws, all);
    console.info(`${all.length - differing} of ${all.length} designs came back as they were written, in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
    return differing === 0 ? 0 : 1;
  } finally {
    aws.end();
    await rm(folder, { recursive: true, force: true });
  }
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
