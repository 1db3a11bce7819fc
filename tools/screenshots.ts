import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { projectPath } from './build-settings.ts';
import { ensureBuilt } from './ensure-built.ts';
import { provideBrowser } from './provision/browser.ts';
import { serveFolder } from './serve-folder.ts';

/** One picture of the documentation: what to do in a fresh window before it is taken. */
interface Shot {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  prepare(page: Page): Promise<void>;
}

const openTemplate = (title: string) => async (page: Page) => {
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await page.locator('.react-flow__node').first().waitFor();
};

async function askInBrokenNetwork(page: Page): Promise<void> {
  await openTemplate('The page of web-1 times out for everybody')(page);
  await page.getByRole('button', { name: /^Ask: / }).click();
}

const shots: readonly Shot[] = [
  { name: 'start', theme: 'light', prepare: () => Promise.resolve() },
  { name: 'three-tiers', theme: 'light', prepare: openTemplate('Three tiers') },
  { name: 'three-tiers-dark', theme: 'dark', prepare: openTemplate('Three tiers') },
  { name: 'diagnosis', theme: 'light', prepare: askInBrokenNetwork },
];

const folder = projectPath('docs/pictures');

async function take(program: string, address: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: program });
  for (const { name, theme, prepare } of shots) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address);
    await prepare(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
    await context.close();
    console.log(`docs/pictures/${name}.png`);
  }
  await browser.close();
}

const browser = provideBrowser();
if (browser.program === undefined) {
  console.error(browser.reason);
  process.exitCode = 1;
} else if (await ensureBuilt()) {
  mkdirSync(folder, { recursive: true });
  const served = await serveFolder(projectPath('out/web'));
  await take(browser.program, served.address);
  await served.close();
}
