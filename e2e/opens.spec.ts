import { expect, test } from './app.ts';

test('Reachable opens', async ({ page }, testInfo) => {
  await expect(page).toHaveTitle(/Reachable/);
  await expect(page.locator('#root > *').first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('opened.png') });
});
