import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { runCommand, startDesign } from './canvas-steps.ts';

const THEMES = ['light', 'dark'] as const;
/** Between them they have most kinds of resources. */
const TEMPLATES = ['Three tiers', 'Load-balanced web tier', 'Hub and spoke'] as const;

/** A menu opens over the regions of the page and belongs to none, as menus do. */
const OUTSIDE_REGIONS = ['region'];

/** What axe says against the page as it stands. */
async function faultsOf(page: Page, state: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).disableRules(OUTSIDE_REGIONS).analyze();
  return violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 4).join(' | ')}`);
}

/** One line of the outline for each kind of resource: the tree says the kind in the glyph's name. */
async function firstOfEachKind(page: Page): Promise<readonly number[]> {
  const kinds = await page.getByRole('tree', { name: 'Resources' }).getByRole('treeitem').evaluateAll((lines) => lines.map((line) => line.querySelector('use, svg')?.outerHTML ?? ''));
  return kinds.flatMap((kind, index) => (kinds.indexOf(kind) === index ? [index] : []));
}

for (const theme of THEMES) {
  test.describe(`axe, ${theme}`, () => {
    test.skip(({ edition }) => edition !== 'chromium', 'axe needs a page of its own, which the desktop app does not open');
    test.describe.configure({ timeout: 180_000 });
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    });

    test('start, empty design, command list, dialogs, menus', async ({ page }) => {
      const faults = [...(await faultsOf(page, 'start'))];
      await startDesign(page);
      faults.push(...(await faultsOf(page, 'empty design')));
      await page.keyboard.press('Control+k');
      faults.push(...(await faultsOf(page, 'command list')));
      await page.keyboard.press('Escape');
      for (const [words, dialog] of [
        ['export picture', 'Export picture'],
        ['keyboard shortcuts', 'Keyboard shortcuts'],
        ['about reachable', 'About Reachable'],
        ['new vpc with subnets', 'New VPC'],
      ] as const) {
        await runCommand(page, words);
        await expect(page.getByRole('dialog').first()).toBeVisible();
        faults.push(...(await faultsOf(page, dialog)));
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      for (const menu of ['Import', 'Export']) {
        await page.getByRole('button', { name: menu, exact: true }).first().click();
        await expect(page.getByRole('menu')).toBeVisible();
        faults.push(...(await faultsOf(page, `menu ${menu}`)));
        await page.keyboard.press('Escape');
      }
      expect(faults).toEqual([]);
    });

    for (const template of TEMPLATES) {
      test(`${template}: every kind of resource, every tab of the dock`, async ({ page }) => {
        await page.getByText(template, { exact: true }).first().click();
        await expect(page.locator('.react-flow__node').first()).toBeVisible();
        const faults: string[] = [];
        for (const index of await firstOfEachKind(page)) {
          const line = page.getByRole('tree', { name: 'Resources' }).getByRole('treeitem').nth(index);
          await line.click();
          faults.push(...(await faultsOf(page, `inspector of ${(await line.textContent()) ?? ''}`)));
        }
        for (const tab of await page.getByRole('tablist').getByRole('tab').all()) {
          await tab.click();
          faults.push(...(await faultsOf(page, `tab ${(await tab.textContent()) ?? ''}`)));
        }
        expect([...new Set(faults)]).toEqual([]);
      });
    }
  });
}
