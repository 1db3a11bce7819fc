import { cpus } from 'node:os';
import { measureAfterEdit } from './after-edit.ts';
import { measureArrangement } from './arrangement.ts';
import { tableHead, writeRow, type Figure } from './figure.ts';
import { measureDrag } from './measure-drag.ts';
import { measureFullCheck } from './full-check.ts';
import { measureOverlap } from './overlap.ts';
import { measurePicture } from './picture.ts';
import { measureTrace } from './trace.ts';

/** What can be measured, by the word that asks for it. */
const benchmarks: Readonly<Record<string, () => AsyncGenerator<Figure>>> = {
  'full-check': measureFullCheck,
  'after-edit': measureAfterEdit,
  trace: measureTrace,
  overlap: measureOverlap,
  picture: measurePicture,
  drag: measureDrag,
};

/** What is counted and not timed: a table of its own. */
const ARRANGEMENT = 'arrangement';

async function printArrangement(): Promise<void> {
  for await (const row of measureArrangement()) console.log(row);
}

function describeMachine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, Node ${process.versions.node}, ${process.platform}`;
}

/** Prints a figure for each benchmark that is named, or for all: `npm run bench -- full-check`. */
export async function runBenchmarks(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => name !== ARRANGEMENT && !(name in benchmarks));
  if (unknown !== undefined) {
    console.error(`"${unknown}" is no benchmark; write ${[...Object.keys(benchmarks), ARRANGEMENT].join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  console.log(`${describeMachine()}\n`);
  const timed = names.length === 0 ? Object.keys(benchmarks) : names.filter((name) => name !== ARRANGEMENT);
  if (timed.length > 0) console.log(tableHead.join('\n'));
  for (const name of timed) {
    for await (const figure of benchmarks[name]?.() ?? []) console.log(writeRow(figure));
  }
  if (names.length > 0 && !names.includes(ARRANGEMENT)) return;
  console.log('');
  await printArrangement();
}
