import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { openTemplate, verdict } from './canvas-steps.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;
const THEMES = ['light', 'dark'] as const;

for (const theme of THEMES) {
  for (const size of SIZES) {
    test(`${theme}, ${size.width} × ${size.height}: nothing is cut off and axe finds nothing serious`, async ({ page, edition }, testInfo) => {
      test.skip(edition === 'electron' && size.width !== 1440, 'the size of a desktop window is the system’s; the page is the same');
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize(size);
      await openTemplate(page, 'The shop lets 443 in everywhere, and still times out');
      await page.getByRole('button', { name: /^Ask: / }).first().click();
      await expect(verdict(page)).toContainText('Blocked');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.screenshot({ path: testInfo.outputPath('diagnose.png') });
      if (edition === 'electron') return;
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    });
  }
}
