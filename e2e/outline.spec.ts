import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { middleOf, node, openTemplate, runCommand } from './canvas-steps.ts';

const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Resources' });

/** The line of the outline with this name, in view. */
async function lineOf(page: Page, name: string): Promise<Locator> {
  const line = tree(page).getByRole('treeitem', { name: new RegExp(`, ${name}(,|$)`) }).first();
  await line.scrollIntoViewIfNeeded();
  return line;
}

/** Holds a line over something, in steps as a hand does; the button stays down. */
async function dragOver(page: Page, line: Locator, to: Locator): Promise<void> {
  const [from, target] = [await middleOf(line), await middleOf(to)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + target.x) / 2, (from.y + target.y) / 2, { steps: 5 });
  await page.mouse.move(target.x, target.y, { steps: 5 });
  // A drag tells of the last move only with the next one.
  await page.mouse.move(target.x + 2, target.y + 1, { steps: 2 });
}

/** In a tall window every line of the template’s outline is in view. */
test.beforeEach(async ({ page, edition }) => {
  test.skip(edition === 'electron', 'NOT TESTED in the desktop app: its window cannot be made as tall');
  await page.setViewportSize({ width: 1440, height: 1500 });
  await openTemplate(page, 'Three tiers');
});

test('a line dragged onto another one says what it would do, does it, and is undone', async ({ page }) => {
  await dragOver(page, await lineOf(page, 'web-1'), await lineOf(page, 'app-a'));
  await expect(page.getByRole('status').filter({ hasText: /^Put web-1 in app-a as 10\.0\.16\./ })).toBeVisible();
  await page.mouse.up();
  await expect(node(page, 'web-1')).toContainText('10.0.16.');
  await expect(await lineOf(page, 'web-1')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+z');
  await expect(node(page, 'web-1')).toContainText('10.0.0.10');
});

test('a refused drop says why, and changes nothing', async ({ page }) => {
  await dragOver(page, await lineOf(page, 'igw-app'), await lineOf(page, 'public-a'));
  await expect(page.getByRole('status').filter({ hasText: 'An internet gateway attaches to a VPC, not to subnet public-a.' })).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a folded container opens while a line rests on it', async ({ page }) => {
  const zone = await lineOf(page, 'us-east-1a');
  await zone.click();
  await page.keyboard.press('ArrowLeft');
  await expect(zone).toHaveAttribute('aria-expanded', 'false');
  await dragOver(page, await lineOf(page, 'us-east-1b'), zone);
  await expect(zone).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('a security group is given to a machine on the canvas, and taken away by the menu', async ({ page }) => {
  await (await lineOf(page, 'us-east-1a')).click();
  await page.keyboard.press('ArrowLeft');
  await (await lineOf(page, 'us-east-1b')).click();
  await page.keyboard.press('ArrowLeft');
  await dragOver(page, await lineOf(page, 'db-sg'), node(page, 'web-1'));
  await expect(page.getByRole('status').filter({ hasText: 'Give db-sg to web-1' })).toBeVisible();
  await page.mouse.up();
  await expect(node(page, 'web-1')).toContainText('db-sg');

  await node(page, 'web-1').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Security groups' }).hover();
  await page.getByRole('menuitemcheckbox', { name: 'db-sg' }).click();
  await expect(node(page, 'web-1')).not.toContainText('db-sg');
});

test('several lines are selected with Shift and moved with keys alone', async ({ page }) => {
  await (await lineOf(page, 'web-1')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(tree(page).locator('[aria-selected=true]')).toHaveCount(2);
  await page.keyboard.press('Control+Shift+M');
  const dialog = page.getByRole('dialog', { name: 'Move web-1 and nat-a to' });
  await expect(dialog.getByRole('option').first()).toContainText('Put web-1 in');
  await page.keyboard.insertText('public-b');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(node(page, 'web-1')).toContainText('10.0.2.');
  await expect(node(page, 'nat-a')).toContainText('10.0.2.');
});

test('collapsed zones say what they hold, also from afar, and the VPC draws together', async ({ page }) => {
  const before = await node(page, '10.0.0.0/16').boundingBox();
  await runCommand(page, 'Collapse all zones');
  const zone = page.getByRole('img', { name: /us-east-1a, .*3 instances, 1 DB instance, 1 NAT gateway.*, collapsed/ });
  await expect(zone).toContainText('3 instances, 1 DB instance, 1 NAT gateway');
  await expect(async () => {
    const after = await node(page, '10.0.0.0/16').boundingBox();
    expect(after?.height).toBeLessThan((before?.height ?? 0) - 100);
  }).toPass();
  await runCommand(page, 'Expand all');
  await expect(async () => {
    const [upper, lower] = [await node(page, 'us-east-1a').boundingBox(), await node(page, 'us-east-1b').boundingBox()];
    expect(lower?.y).toBeGreaterThanOrEqual((upper?.y ?? 0) + (upper?.height ?? 0));
  }).toPass();
  await page.keyboard.press('Control+z');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+-');
  await expect(zone).toContainText('3 instances');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+-');
  await expect(zone.getByText('us-east-1a')).toBeVisible();
});

test('cards are aligned from the toolbar, and a menu starts with no line', async ({ page }) => {
  await node(page, 'app-1').click();
  await page.keyboard.press('Alt+ArrowRight');
  await node(page, 'app-2').click({ modifiers: ['Control'] });
  const left = async (name: string): Promise<number> => (await node(page, name).boundingBox())?.x ?? NaN;
  await expect(async () => expect(await left('app-1')).toBeGreaterThan((await left('app-2')) + 1)).toPass();
  await page.getByRole('button', { name: 'Align and distribute' }).click();
  await page.getByRole('menuitem', { name: 'Align left edges' }).click();
  await expect(async () => expect(await left('app-1')).toBeCloseTo(await left('app-2'), 0)).toPass();

  await node(page, 'igw-app').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Selection' });
  await expect(menu.locator('> *').first()).toHaveRole('menuitem');
});

test('axe finds no fault in Move to… and in the menu of a line', async ({ page }) => {
  // A menu opens over the regions of the page and belongs to none, as menus do.
  const faults = async (): Promise<readonly string[]> => (await new AxeBuilder({ page }).disableRules(['region']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  await (await lineOf(page, 'web-1')).click();
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('dialog', { name: 'Move web-1 to' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.insertText('db');
  await expect(page.getByText('Not possible')).toBeVisible();
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Escape');
  await (await lineOf(page, 'web-1')).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Selection' })).toBeVisible();
  expect(await faults()).toEqual([]);
});
