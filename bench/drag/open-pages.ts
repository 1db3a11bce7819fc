import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { containersOf, type DragScene } from './drag-scene.ts';
import { projectPath } from '../../tools/build-settings.ts';
import { ensureBuilt } from '../../tools/ensure-built.ts';
import { provideBrowser } from '../../tools/provision/browser.ts';
import { serveFolder } from '../../tools/serve-folder.ts';

/** A page in which nodes can be dragged. */
export interface DragPage {
  /** Milliseconds between frames while a node is dragged there and back. */
  timeFrames(node: string, frames: number): Promise<readonly number[]>;
  /** Goes to a node at 100 %. */
  lookClosely(): Promise<void>;
}

export interface DragPages {
  readonly app: DragPage;
  readonly bare: DragPage;
  close(): Promise<void>;
}

const BARE_PAGE = '.cache/bench/bare-flow';
const WINDOW = { width: 1440, height: 900 };
/** When a frame comes: when the screen wants one, 60 times a second, or as soon as the one before is done. */
export type FrameRate = 'screen' | 'unlimited';
const SWITCHES: Readonly<Record<FrameRate, readonly string[]>> = { screen: [], unlimited: ['--disable-frame-rate-limit', '--disable-gpu-vsync'] };

const script = readFileSync(projectPath('bench/drag/time-frames.js'), 'utf8');

function dragPage(page: Page, lookClosely: () => Promise<void>): DragPage {
  return {
    lookClosely,
    async timeFrames(node, frames) {
      await page.bringToFront();
      return page.evaluate(`(${script.slice(script.indexOf('(async'))})(${JSON.stringify({ node, frames })})`);
    },
  };
}

async function openApp(browser: Browser, address: string, scene: DragScene): Promise<Page> {
  const context = await browser.newContext({ viewport: WINDOW, reducedMotion: 'reduce' });
  await context.addInitScript("for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) Reflect.deleteProperty(window, name);");
  const page = await context.newPage();
  await page.goto(address);
  page.once('filechooser', (chooser) => void chooser.setFiles({ name: 'plan.vpc.json', mimeType: 'application/json', buffer: Buffer.from(scene.text) }));
  await page.getByRole('button', { name: /^Open/ }).click();
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

async function openBare(browser: Browser, address: string, scene: DragScene): Promise<Page> {
  const context = await browser.newContext({ viewport: WINDOW, reducedMotion: 'reduce' });
  await context.addInitScript(`globalThis.givenNodes = ${JSON.stringify(containersOf(scene))};`);
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

function middleOf({ scene, dragged }: DragScene): readonly [x: number, y: number] {
  const place = scene.byKey.get(dragged)?.place;
  return place === undefined ? [0, 0] : [place.x + place.width / 2, place.y + place.height / 2];
}

/** Waits until the node is on the screen and what came into view with it is drawn. */
async function settle(page: Page, node: string): Promise<void> {
  // A page behind another one gets no frames.
  await page.bringToFront();
  await page.locator(`.react-flow__node[data-id="${node}"]`).waitFor();
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
}

async function buildBarePage(): Promise<void> {
  await build({ root: projectPath('bench/drag'), configFile: false, logLevel: 'error', base: './', build: { outDir: projectPath(BARE_PAGE), emptyOutDir: true, chunkSizeWarningLimit: 2_000 } });
}

/**
 * Opens the browser edition with a design and bare React Flow with as many nodes, in one Chromium.
 * @throws Error where there is no Chromium, or the app does not build.
 */
export async function openDragPages(scene: DragScene, rate: FrameRate): Promise<DragPages> {
  const provided = provideBrowser();
  if (provided.program === undefined) throw new Error(provided.reason);
  if (!(await ensureBuilt())) throw new Error('The app does not build.');
  await buildBarePage();
  const served = await Promise.all([serveFolder(projectPath('out/web')), serveFolder(projectPath(BARE_PAGE))]);
  const browser = await chromium.launch({ executablePath: provided.program, args: [...SWITCHES[rate]] });
  const [app, bare] = [await openApp(browser, served[0].address, scene), await openBare(browser, served[1].address, scene)];
  return {
    app: dragPage(app, async () => {
      await app.bringToFront();
      await app.keyboard.press('Control+k');
      await app.keyboard.type(scene.title);
      await app.getByRole('option').filter({ hasText: scene.title }).first().click();
      await app.getByRole('dialog').waitFor({ state: 'hidden' });
      const drawing = app.getByRole('application', { name: /^Drawing/ });
      await drawing.press('Control+2');
      await drawing.press('Control+0');
      await settle(app, scene.dragged);
    }),
    bare: dragPage(bare, async () => {
      await bare.evaluate(`flow.setCenter(${middleOf(scene).join(', ')}, { zoom: 1 })`);
      await settle(bare, scene.dragged);
    }),
    async close() {
      await browser.close();
      await Promise.all(served.map((one) => one.close()));
    },
  };
}
