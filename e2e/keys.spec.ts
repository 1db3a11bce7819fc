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

for (const key of ['F1', '?']) {
  test(`${key} opens the keyboard shortcuts`, async ({ page }) => {
    await openTemplate(page, 'One public instance');
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  });
}
