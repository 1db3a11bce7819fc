import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { startDesign, verdict } from './canvas-steps.ts';

const card = (page: Page): Locator => page.getByRole('region', { name: 'Tour' });
const marked = (page: Page): Locator => page.locator('[data-tour]');

test('the tour leads from a broken network to an answer that stays answered', async ({ page, edition }, testInfo) => {
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await expect(card(page)).toContainText('This shop does not answer');
  await page.screenshot({ path: testInfo.outputPath('1-ask.png') });
  await marked(page).click();
  await expect(card(page)).toContainText('One answer, every blocker');
  await expect(verdict(page)).toContainText('Blocked');
  await card(page).getByRole('button', { name: 'Next' }).click();
  await expect(card(page)).toContainText('Ten steps');
  await card(page).getByRole('button', { name: 'Skip' }).click();
  await marked(page).click();
  await expect(card(page)).toContainText('Questions stay answered');
  await expect(marked(page)).toHaveText('1 of 1 hold');
  await card(page).getByRole('button', { name: 'Next' }).click();
  await expect(card(page)).toContainText('Now break something');
  await page.screenshot({ path: testInfo.outputPath('2-break.png') });
  await marked(page).click();
  await page.keyboard.press('Delete');
  await expect(card(page)).toContainText('Nothing is lost');
  await page.keyboard.press('Control+z');
  await expect(card(page)).toContainText('That is how it works');
  if (edition === 'chromium') {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await card(page).getByRole('button', { name: 'Done' }).click();
  await expect(card(page)).toHaveCount(0);
  await expect(marked(page)).toHaveCount(0);
});

test('the tour ends with the design it is about, and when it is closed', async ({ page }) => {
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await card(page).getByRole('button', { name: 'End the tour' }).click();
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+n');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Control+Shift+n');
  await startDesign(page);
  await expect(card(page)).toHaveCount(0);
});
