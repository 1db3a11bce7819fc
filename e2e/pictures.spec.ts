import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { node, openTemplate } from './canvas-steps.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export picture' });

async function choose(page: Page, format: string): Promise<void> {
  await page.keyboard.press('Control+e');
  await dialog(page).getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: format }).click();
}

test('an SVG carries its fonts, and a title block when it is asked for', async ({ page, app }) => {
  await openTemplate(page, 'Three tiers');
  const svg = await app.savedBy(async () => {
    await choose(page, 'SVG');
    await dialog(page).getByRole('checkbox', { name: 'Title block with date and legend' }).check();
    await dialog(page).getByRole('button', { name: 'Export' }).click();
  });
  const text = svg.bytes.toString('utf8');
  expect(text.split('@font-face')).toHaveLength(5);
  expect(text).toMatch(/>20\d\d-\d\d-\d\d<\/text>/);
  expect(text).toContain('>public subnet</text>');
});

test('what is selected is copied as a picture alone', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
  await openTemplate(page, 'Three tiers');
  await node(page, 'orders').click();
  await page.keyboard.press('Control+Shift+c');
  await expect(page.getByText('Copied what is selected as a picture.', { exact: true })).toBeVisible();
});

test.describe('on the desktop', () => {
  test.skip(({ edition }) => edition !== 'electron', 'a browser prints and saves through dialogs of its own');

  test('a PDF is one page as large as the drawing, with real text', async ({ page, app }) => {
    await openTemplate(page, 'Three tiers');
    const pdf = await app.savedBy(async () => {
      await choose(page, 'PDF');
      await dialog(page).getByRole('button', { name: 'Export' }).click();
    });
    const text = pdf.bytes.toString('latin1');
    expect([pdf.name, text.slice(0, 5)]).toEqual(['Three tiers.pdf', '%PDF-']);
    expect(text.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
    // Fonts are in it, pictures of words are not.
    expect(text).toMatch(/\/FontFile\d?/);
    const [, width = '0', height = '0'] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
    await expect(page.locator('[data-print-sheet]')).toHaveCount(0);
  });

  test('a picture is written beside the file at every save', async ({ page, app }) => {
    const folder = await mkdtemp(join(tmpdir(), 'reachable-beside-'));
    await openTemplate(page, 'Three tiers');
    await app.savedBy(async () => {
      await choose(page, 'SVG');
      await dialog(page).getByRole('checkbox', { name: 'Write the whole picture beside the file at every save' }).check();
      await dialog(page).getByRole('button', { name: 'Export' }).click();
    });
    await app.desktop?.evaluate(({ dialog: dialogs }, filePath) => {
      dialogs.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, join(folder, 'shop.vpc.json'));
    await page.keyboard.press('Control+s');
    await expect.poll(() => readdir(folder).then((names) => names.sort())).toEqual(['shop.svg', 'shop.vpc.json']);
    expect(await readFile(join(folder, 'shop.svg'), 'utf8')).toContain('orders');
    await rm(folder, { recursive: true, force: true });
  });
});
