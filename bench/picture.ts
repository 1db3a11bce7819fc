import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrange } from '@core/drawing/arrange.ts';
import { describeScene } from '@core/drawing/describe-scene.ts';
import { drawDesign } from '@core/drawing/draw-design.ts';
import { routeLines } from '@core/drawing/routes-of-lines.ts';
import type { Design } from '@core/model/design.ts';
import { writeDesign } from '@core/model/write-design.ts';
import { projectPath } from '../tools/build-settings.ts';
import { ensureBuilt } from '../tools/ensure-built.ts';
import type { Figure } from './figure.ts';
import { makeDesign } from './make-design.ts';
import { scatterInterfaces } from './scatter-interfaces.ts';
import { compare, type Rounds, type Work } from './measure.ts';

/** Whole programs take seconds. */
const FEW_ROUNDS: Rounds = { rounds: 3, time: 0, iterations: 2 };

function runCli(argv: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [projectPath('out/cli/reachable.js'), ...argv], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

async function* measureCli(text: string, unit: string): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'reachable-bench-'));
  const path = join(folder, 'plan.vpc.json');
  writeFileSync(path, text);
  const exportAs = (format: string): Work => ({ run: () => runCli(['export', path, '--format', format, '--scale', '1', '-o', join(folder, `plan.${format}`)]) });
  yield { title: '`reachable export` of a PNG of 1,000 resources, start to end', unit, comparison: await compare(exportAs('png'), exportAs('svg'), FEW_ROUNDS) };
  rmSync(folder, { recursive: true });
}

/** Places are kept for the same resources, so each time gets a design of its own. */
function arrangeAnew(design: Design): Work {
  let fresh = design;
  return {
    prepare: () => {
      fresh = { ...design, resources: { ...design.resources } };
    },
    run: () => arrange(fresh),
  };
}

/** Lines that cross a whole picture: a second interface of every instance, anywhere. */
async function measureLines(): Promise<Figure> {
  const bare = scatterInterfaces(makeDesign({ resources: 1_260 }));
  const design: Design = { ...bare, layout: arrange(bare) };
  const text = writeDesign(design);
  let scene = describeScene(design);
  const subject: Work = {
    // Ways are kept for the same scene.
    prepare: () => {
      scene = { ...scene };
    },
    run: () => routeLines(scene),
  };
  const parse: Work = { run: () => JSON.parse(text) as unknown };
  const title = `ways of ${scene.lines.length.toLocaleString('en-US')} long lines among ${Object.keys(design.resources).length.toLocaleString('en-US')} resources`;
  return { title, unit: '× JSON.parse of the file', comparison: await compare(subject, parse, FEW_ROUNDS) };
}

/** Pictures of 1,000 resources: places, SVG text, and a PNG by the built command line. */
export async function* measurePicture(): AsyncGenerator<Figure> {
  const bare = makeDesign({ resources: 1_000 });
  const design: Design = { ...bare, layout: arrange(bare) };
  const text = writeDesign(design);
  const parse: Work = { run: () => JSON.parse(text) as unknown };
  const unit = '× JSON.parse of the file';
  yield { title: 'places for 1,000 resources', unit, comparison: await compare(arrangeAnew(bare), parse) };
  yield { title: 'SVG of 1,000 resources', unit, comparison: await compare({ run: () => drawDesign(design, { theme: 'light', transparent: false, only: [] }) }, parse) };
  yield await measureLines();
  if (await ensureBuilt()) yield* measureCli(text, '× the same command for SVG');
}
