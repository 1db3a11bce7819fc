import { expect, test } from './app.ts';
import { openTemplate, verdict } from './canvas-steps.ts';

/** The browser the pictures were taken in; another one sets type otherwise. */
const PINNED = '156.0.8078.79';
/** A pixel here and there may differ with the machine that draws. */
const SHARE = 0.002;

test.describe('the interface looks as it did', () => {
  test.skip(({ edition }) => edition !== 'chromium', 'the pictures are of the browser edition');
  test.skip(({ chromiumBrowser }) => chromiumBrowser?.version() !== PINNED, `the pictures were taken in Chromium ${PINNED}`);

  for (const theme of ['light', 'dark'] as const) {
    test(`the start screen, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await expect(page.getByText('Office over VPN')).toBeVisible();
      await page.waitForTimeout(500);
      await expect(page).toHaveScreenshot(`start-${theme}.png`, { maxDiffPixelRatio: SHARE });
    });

    test(`an answer with its path, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await openTemplate(page, 'The shop lets 443 in everywhere, and still times out');
      await page.getByRole('button', { name: /^Ask: / }).first().click();
      await expect(verdict(page)).toContainText('Blocked');
      await page.waitForTimeout(500);
      // The time of the latest check stands in the status bar.
      await expect(page).toHaveScreenshot(`answer-${theme}.png`, { maxDiffPixelRatio: SHARE, mask: [page.getByText(/^Checked /)] });
    });
  }
});
