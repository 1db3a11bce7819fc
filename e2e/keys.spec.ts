import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { middleOf, node, openTemplate } from './canvas-steps.ts';

const nameInput = (page: Page) => page.getByRole('textbox', { name: /^New name of / });

test('a node is renamed where its name stands', async ({ page }) => {
  await openTemplate(page, 'One public instance');
  await node(page, 'web-1').click();
  await page.keyboard.press('F2');
  await expect(nameInput(page)).toBeFocused();
  await page.keyboard.type('front');
  await page.keyboard.press('Enter');
  await expect(nameInput(page)).toHaveCount(0);
  await expect(node(page, 'front')).toBeVisible();

  await node(page, 'front').locator('[data-name]').dblclick();
  await expect(nameInput(page)).toHaveValue('front');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Escape');
  await expect(node(page, 'front')).toBeVisible();
  await expect(page.getByText('nobody')).toHaveCount(0);
  // The canvas has the focus again, so that the keys go on working.
  await page.keyboard.press('Control+z');
  await expect(node(page, 'web-1')).toBeVisible();
});

test('Escape gives a drag up', async ({ page }) => {
  await openTemplate(page, 'One public instance');
  const before = await node(page, 'web-1').boundingBox();
  const { x, y } = await middleOf(node(page, 'web-1'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 6 });
  await expect.poll(async () => (await node(page, 'web-1').boundingBox())?.x).not.toBe(before?.x);
  await page.keyboard.press('Escape');
  await expect.poll(async () => node(page, 'web-1').boundingBox()).toEqual(before);
  await page.mouse.move(x + 60, y + 50, { steps: 3 });
  await page.mouse.up();
  expect(await node(page, 'web-1').boundingBox()).toEqual(before);
  // The next drag counts.
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 8, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await node(page, 'web-1').boundingBox())?.x).not.toBe(before?.x);
});

test('a menu that is higher than the window can be scrolled with the keys', async ({ page, edition }) => {
  test.skip(edition !== 'chromium', 'the size of the page is what the browser makes it');
  // A window of 1280 by 600 at 200 %.
  await page.setViewportSize({ width: 640, height: 300 });
  await openTemplate(page, 'One public instance');
  await page.locator('.react-flow__node-card').click({ button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  expect(await menu.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true);
  const { violations } = await new AxeBuilder({ page }).withRules(['scrollable-region-focusable']).analyze();
  expect(violations).toEqual([]);
});

for (const key of ['F1', '?']) {
  test(`${key} opens the keyboard shortcuts`, async ({ page }) => {
    await openTemplate(page, 'One public instance');
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  });
}
