import { expect, type Locator, type Page } from '@playwright/test';

/** A point of the window in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The node on the canvas with this name on it. */
export const node = (page: Page, name: string): Locator => page.locator('.react-flow__node').filter({ hasText: name }).last();

/** The middle of something on the screen. */
export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('Nothing to point at: it is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags a part of the palette to a point of the canvas, in steps as a hand does. */
export async function dragPart(page: Page, title: string, to: Point): Promise<void> {
  const part = page.getByRole('button', { name: title, exact: true }).first();
  // The palette is longer than its place.
  await part.scrollIntoViewIfNeeded();
  const from = await middleOf(part);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** Starts an empty design. */
export async function startDesign(page: Page): Promise<void> {
  await page.getByText('New design').first().click();
  await expect(page.locator('.react-flow')).toBeVisible();
}

/** Opens a template of the start screen by the words on its card. */
export async function openTemplate(page: Page, title: string): Promise<void> {
  await page.getByText(title, { exact: true }).first().click();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
}

/** The sentence of the verdict in the dock. */
export const verdict = (page: Page): Locator => page.getByRole('region', { name: 'Verdict' });

/** Applies the fixes on offer, the first one first, until none is left. */
export async function applyEveryFix(page: Page): Promise<readonly string[]> {
  const applied: string[] = [];
  const fix = verdict(page).getByRole('button', { name: /^Apply: / }).first();
  while ((await fix.count()) > 0 && applied.length < 10) {
    const name = (await fix.getAttribute('aria-label')) ?? '';
    applied.push(name);
    await fix.click();
    await expect(verdict(page).getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  return applied;
}

/** Runs a command of the command list by its words, with keys alone. */
export async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const list = page.getByRole('dialog', { name: 'Search or run a command' });
  await expect(list).toBeVisible();
  await page.keyboard.insertText(words);
  await expect(list.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
}
