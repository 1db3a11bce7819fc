import { projectPath } from '../tools/build-settings.ts';
import { expect, test } from './app.ts';
import { openTemplate, verdict } from './canvas-steps.ts';

const picture = (name: string): string => projectPath(`docs/pictures/${name}.png`);

for (const theme of ['light', 'dark'] as const) {
  test(`three tiers, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openTemplate(page, 'Three tiers');
    await page.getByRole('button', { name: 'Ask: Internet to web-1' }).click();
    await expect(verdict(page)).toContainText('Reachable');
    await page.locator('.react-flow__node').filter({ hasText: 'public-a' }).last().locator('b').first().click();
    await page.waitForTimeout(500);
    await page.screenshot({ path: picture(`three-tiers-${theme}`) });
  });
}

test('a blocked reply', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openTemplate(page, 'The shop lets 443 in everywhere, and still times out');
  await page.getByRole('button', { name: /^Ask: / }).first().click();
  await expect(verdict(page)).toContainText('Blocked');
  await page.waitForTimeout(500);
  await page.screenshot({ path: picture('blocked-reply-light') });
});

test('the start screen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.getByText('Three tiers')).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: picture('start-light') });
});
