import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { node, runCommand, startDesign } from './canvas-steps.ts';

const dock = (page: Page): Locator => page.getByRole('region', { name: 'Dock' });

test('an architect plans four zones, takes in a partner’s ranges, moves the VPC clear of them, compares and exports', async ({ page, app }, testInfo) => {
  const folder = await mkdtemp(join(tmpdir(), 'reachable-architect-'));
  await startDesign(page);
  await runCommand(page, 'Add VPC');
  await expect(node(page, 'vpc-1')).toContainText('10.0.0.0/16');

  await page.getByRole('tab', { name: 'Address plan' }).click();
  await dock(page).getByRole('button', { name: 'Plan subnets…' }).click();
  const plan = page.getByRole('dialog', { name: /^Plan subnets/ });
  await plan.getByRole('combobox', { name: 'Availability Zones' }).click();
  await page.getByRole('option', { name: /us-east-1d$/ }).click();
  await plan.getByRole('button', { name: 'Draw 12 subnets' }).click();
  for (const name of ['public-a', 'app-d', 'data-c']) await expect(node(page, name)).toHaveCount(1);
  await page.screenshot({ path: testInfo.outputPath('1-planned.png') });

  await dock(page).getByRole('button', { name: 'Paste ranges…' }).click();
  await dock(page).getByRole('textbox', { name: /^Ranges/ }).fill('name,block\npartner,10.0.0.0/17\n');
  await dock(page).getByRole('button', { name: 'Declare 1' }).click();
  await expect(dock(page).getByText(/overlaps 10\.0\.0\.0\/16/).first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('2-overlap.png') });

  const saved = await app.savedBy(() => page.keyboard.press('Control+s'));
  const before = join(folder, saved.name);
  await writeFile(before, saved.bytes);

  await runCommand(page, 'vpc-1');
  await page.getByRole('textbox', { name: 'Primary IPv4 block' }).fill('10.8.0.0/16');
  await page.keyboard.press('Enter');
  await expect(dock(page).getByText('10.8.0.0/16').first()).toBeVisible();
  await expect(dock(page).getByText(/overlaps 10\./)).toHaveCount(0);

  await app.answerOpenDialog([before]);
  await runCommand(page, 'Compare with a file…');
  await expect(page.getByRole('group', { name: 'Changes' }).getByRole('button', { name: /changed vpc-1/ })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('3-compared.png') });

  const picture = await app.savedBy(async () => {
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog', { name: 'Export picture' }).getByRole('button', { name: 'Export' }).click();
  });
  expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  await rm(folder, { recursive: true, force: true });
});
