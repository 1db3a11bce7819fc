import { makeDragScene, type DragScene } from './drag/drag-scene.ts';
import { openDragPages, type DragPage, type DragPages, type FrameRate } from './drag/open-pages.ts';
import type { Figure } from './figure.ts';
import { spreadOf, type Comparison } from './measure.ts';

const NODES = 500;
const ROUNDS = 7;
const FRAMES = 120;
const GOAL = 1.2;

const medianFrame = async (page: DragPage, node: string): Promise<number> => spreadOf(await page.timeFrames(node, FRAMES)).median;

async function compareFrames({ app, bare }: DragPages, { dragged }: DragScene): Promise<Comparison> {
  const rounds: { readonly before: number; readonly app: number; readonly after: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = { before: await medianFrame(bare, dragged), app: await medianFrame(app, dragged), after: await medianFrame(bare, dragged) };
    // The first round only warms up.
    if (round > 0) rounds.push(times);
  }
  return {
    ratio: spreadOf(rounds.map((round) => round.app / ((round.before + round.after) / 2))),
    subject: spreadOf(rounds.map((round) => round.app)),
    baseline: spreadOf(rounds.flatMap((round) => [round.before, round.after])),
    noise: spreadOf(rounds.map((round) => round.after / round.before)),
  };
}

interface Setting {
  readonly rate: FrameRate;
  readonly words: string;
  readonly unit: string;
  readonly goal?: NonNullable<Figure['goal']>;
}

/** What a person sees, and what it costs. Everything that is done within a frame of the screen looks alike on it. */
const SETTINGS: readonly Setting[] = [
  { rate: 'screen', words: 'on a screen of 60 Hz', unit: '× bare React Flow', goal: { most: GOAL } },
  { rate: 'unlimited', words: 'as fast as it goes', unit: '× bare React Flow' },
];

async function* measureIn(scene: DragScene, { rate, words, ...setting }: Setting): AsyncGenerator<Figure> {
  const pages = await openDragPages(scene, rate);
  const count = scene.scene.nodes.length;
  try {
    yield { ...setting, title: `a frame while dragging, all ${count} nodes in view, ${words}`, comparison: await compareFrames(pages, scene) };
    await pages.app.lookClosely();
    await pages.bare.lookClosely();
    yield { ...setting, title: `a frame while dragging, ${count} nodes, at 100 %, ${words}`, comparison: await compareFrames(pages, scene) };
  } finally {
    await pages.close();
  }
}

/** The time of a frame while a node is dragged, in a design of 500 nodes, against React Flow alone. */
export async function* measureDrag(): AsyncGenerator<Figure> {
  const scene = makeDragScene(NODES);
  for (const setting of SETTINGS) yield* measureIn(scene, setting);
}
