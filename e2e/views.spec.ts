import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openTemplate, runCommand } from './canvas-steps.ts';

const shown = (page: Page): Locator => page.locator('.react-flow__viewport-portal');
const legend = (page: Page): Locator => page.getByRole('group', { name: 'Views' });

async function toggle(page: Page, view: string): Promise<void> {
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: view }).click();
}

test('views are put on and off by themselves, and say what they mean', async ({ page, edition }, testInfo) => {
  await openTemplate(page, 'Three tiers');
  await expect(shown(page).getByText('rtb-public → igw-app')).toHaveCount(0);
  await toggle(page, 'Routing');
  await expect(shown(page).locator('[data-view="routing"]')).toHaveCount(6);
  await expect(legend(page)).toContainText('Route table, and where it sends');
  await toggle(page, 'Security groups');
  await expect(shown(page).getByText('→ TCP 443')).toBeVisible();
  await expect(legend(page)).toContainText('app-sg to db-sg: TCP 3306');
  await toggle(page, 'Exposure to the internet');
  await expect(shown(page).locator('[data-view="exposure"]')).toHaveCount(2);
  await page.screenshot({ path: testInfo.outputPath('views.png') });
  if (edition === 'chromium') {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await legend(page).getByRole('button', { name: /^Hide: Who may talk/ }).click();
  await expect(shown(page).getByText('→ TCP 443')).toHaveCount(0);
});

test('a view follows every edit, and an empty one says so', async ({ page }) => {
  await openTemplate(page, 'One public instance');
  await runCommand(page, 'view: exposure');
  await expect(shown(page).locator('[data-view="exposure"]')).toHaveCount(1);
  await page.locator('.react-flow__node').filter({ hasText: 'igw' }).last().click();
  await page.keyboard.press('Delete');
  await expect(legend(page)).toContainText('Nothing here is reached from the internet.');
  await page.keyboard.press('Control+z');
  await expect(shown(page).locator('[data-view="exposure"]')).toHaveCount(1);
});

test('a picture has the views that are on', async ({ page, app }) => {
  await openTemplate(page, 'Three tiers');
  await toggle(page, 'Routing');
  const svg = await app.savedBy(async () => {
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export picture' });
    await expect(dialog.getByRole('checkbox', { name: 'With the views that are on' })).toBeChecked();
    await dialog.getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: 'SVG' }).click();
    await dialog.getByRole('button', { name: 'Export' }).click();
  });
  expect(svg.bytes.toString('utf8')).toContain('→ igw-app');
});
