import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, openElectron, test } from './app.ts';
import { node } from './canvas-steps.ts';

/** How often the app is killed: a few times with the other journeys, hundreds when asked for. */
const KILLS = Number(process.env['REACHABLE_KILLS'] ?? 4);
/** Milliseconds of work that a kill may cost. */
const MOST_LOST = 2000;
/** A key, its way through the window and the drawing of it, on a busy machine; in milliseconds. */
const SLACK = 500;

/** What the name of the VPC counts: the edits so far. */
const nameAfter = (edits: number): string => `edit-${edits}`;

const DESIGN = {
  version: 1,
  name: 'killed',
  layout: {},
  resources: {
    'region-1': { kind: 'region', name: 'us-east-1', code: 'us-east-1' },
    'vpc-1': { kind: 'vpc', name: nameAfter(0), region: 'region-1', cidr: '10.9.0.0/16', secondaryCidrs: {}, ipv6Cidrs: {}, availabilityZones: ['us-east-1a'], enableDnsSupport: true, enableDnsHostnames: false },
  },
};

interface Named {
  readonly resources: Readonly<Record<string, { readonly name: string } | undefined>>;
}

/** How many edits a design file holds. It throws on half a file. */
const editsIn = (text: string): number => Number((JSON.parse(text) as Named).resources['vpc-1']?.name.replace('edit-', ''));

async function editsInDraft(userData: string): Promise<number> {
  const draft = await readFile(join(userData, 'drafts', 'draft.json'), 'utf8').catch(() => undefined);
  return draft === undefined ? -1 : editsIn((JSON.parse(draft) as { readonly text: string }).text);
}

async function rename(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /^New name of / })).toBeFocused();
  await page.keyboard.insertText(name);
  await page.keyboard.press('Enter');
}

/** What was certain to be done when the app was killed. */
interface Work {
  /** When each edit was made, in milliseconds. */
  readonly madeAt: readonly number[];
  /** The edits that were in the file when the app last said that it had saved. */
  readonly saved: number;
  readonly killedAt: number;
}

/** Edits and saves by turns until the moment has come, then kills, at times in the middle of a save. */
async function workUntilKilled(app: Awaited<ReturnType<typeof openElectron>>, { moment, pause }: { readonly moment: number; readonly pause: number }): Promise<Work> {
  const { page, desktop } = app;
  const process = desktop.process();
  const gone = new Promise((resolve) => process.once('exit', resolve));
  const madeAt: number[] = [];
  let saved = 0;
  await node(page, nameAfter(0)).locator('[data-name]').click();
  const end = Date.now() + moment;
  while (Date.now() < end) {
    await rename(page, nameAfter(madeAt.length + 1));
    madeAt.push(Date.now());
    if (madeAt.length % 4 === 0) {
      await page.keyboard.press('Control+s');
      await expect(page.getByText(/^Saved/).first()).toBeVisible();
      saved = madeAt.length;
    }
  }
  if (pause > 0) {
    await page.keyboard.press('Control+s');
    await wait(pause);
  }
  process.kill('SIGKILL');
  await test.step('be gone', () => gone);
  return { madeAt, saved, killedAt: Date.now() };
}

test.describe('killed at any moment', () => {
  test.skip(({ edition }) => edition !== 'electron', 'only the desktop app has a process to kill');
  test.describe.configure({ mode: 'parallel' });

  for (let kill = 0; kill < KILLS; kill += 1) {
    // Spread over the first seconds, half of them right behind the key that saves.
    const moment = 300 + ((kill * 977) % 4200);
    const pause = kill % 2 === 0 ? 0 : (kill * 7) % 40;
    test(`kill ${kill + 1}: after ${moment} ms${pause === 0 ? '' : `, ${pause} ms into a save`}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'reachable-kill-'));
      const file = join(folder, 'killed.vpc.json');
      const userData = join(folder, 'user-data');
      await writeFile(file, JSON.stringify(DESIGN));
      const app = await test.step('open', () => openElectron({ userData, arguments: [file] }));
      const { madeAt, saved, killedAt } = await test.step('work', () => workUntilKilled(app, { moment, pause }));
      const inFile = editsIn(await readFile(file, 'utf8'));
      expect(inFile, 'the file holds what was saved, or the save that was under way').toBeGreaterThanOrEqual(saved);
      expect(inFile).toBeLessThanOrEqual(madeAt.length);
      const kept = Math.max(inFile, await editsInDraft(userData));
      const certain = madeAt.filter((at) => at < killedAt - MOST_LOST - SLACK).length;
      expect(kept, 'the draft is at most two seconds behind').toBeGreaterThanOrEqual(certain);
      expect((await readdir(folder)).filter((name) => name.endsWith('.vpc.json'))).toEqual(['killed.vpc.json']);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });
  }
});
