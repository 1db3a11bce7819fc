import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { middleOf, node, openTemplate } from './canvas-steps.ts';

async function openPlan(page: Page): Promise<void> {
  await openTemplate(page, 'Three tiers');
  await page.getByRole('tab', { name: 'Address plan' }).click();
}

const map = (page: Page): Locator => page.getByRole('listbox', { name: 'Subnets and free blocks of app in 10.0.0.0/16' });
const block = (page: Page, name: string): Locator => map(page).getByRole('option', { name });

async function declare(page: Page, name: string, cidr: string): Promise<void> {
  const dock = page.getByRole('region', { name: 'Dock' });
  await dock.getByRole('button', { name: 'Declare a range' }).click();
  await dock.getByRole('textbox', { name: 'Name' }).fill(name);
  await dock.getByRole('textbox', { name: 'CIDR block' }).fill(cidr);
  await dock.getByRole('button', { name: 'Declare', exact: true }).click();
}

test('the smallest gap becomes a subnet, and another gap can be picked', async ({ page }) => {
  await openPlan(page);
  await expect(page.getByText('10.0.34.0/24', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Size' }).click();
  await page.getByRole('option', { name: /^\/23/ }).click();
  await page.getByRole('button', { name: 'Create subnet' }).click();
  await expect(block(page, '10.0.34.0/23, private')).toBeVisible();

  await block(page, 'Free: 10.0.128.0/17').click();
  await page.getByRole('button', { name: 'Create subnet' }).click();
  await expect(block(page, '10.0.128.0/23, private')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(block(page, '10.0.128.0/23, private')).toHaveCount(0);
});

test('arrows walk the blocks, keys change them, and the canvas follows', async ({ page }) => {
  await openPlan(page);
  await block(page, 'public-a').click();
  await page.keyboard.press('ArrowRight');
  await expect(block(page, 'public-b')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(block(page, 'app-a')).toBeFocused();
  await page.keyboard.press('-');
  await expect(block(page, 'app-a, 10.0.16.0/22')).toHaveAttribute('aria-selected', 'true');
  await expect(node(page, 'app-a')).toContainText('10.0.16.0/22');
  await page.keyboard.press('Control+z');
  await expect(block(page, 'app-a, 10.0.16.0/21')).toBeVisible();
});

test('a subnet is moved by dragging it and resized at its edge, with the words for it', async ({ page }) => {
  await openPlan(page);
  const from = await middleOf(block(page, 'db-b'));
  const to = await middleOf(block(page, 'Free: 10.0.64.0/18'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y, { steps: 5 });
  await expect(page.getByRole('region', { name: 'Dock' }).getByRole('status').filter({ hasText: 'Change' })).toContainText(/^Change db-b to 10\.0\.\d+\.0\/24, and renumber 1 address in it: 251 usable\.$/);
  await page.mouse.up();
  await expect(block(page, 'db-b, 10.0.33.0/24')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(block(page, 'db-b, 10.0.33.0/24')).toBeVisible();

  const box = await block(page, 'app-b').boundingBox();
  if (!box) throw new Error('app-b is not on the map.');
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(block(page, 'app-b, 10.0.24.0/22')).toBeVisible();
});

test('the menu of a block splits and joins it', async ({ page }) => {
  await openPlan(page);
  await block(page, 'db-a').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Split into' }).click();
  await page.getByRole('menuitem', { name: '2 × /25' }).click();
  await expect(block(page, 'db-a, 10.0.32.0/25')).toBeVisible();
  await expect(block(page, 'db-a-1, 10.0.32.128/25')).toBeVisible();
  await block(page, 'db-a, 10.0.32.0/25').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Join with db-a-1 to 10.0.32.0/24' }).click();
  await expect(block(page, 'db-a, 10.0.32.0/24')).toBeVisible();
});

test('tiers are planned first and drawn in one step', async ({ page }) => {
  await openPlan(page);
  await page.getByRole('button', { name: 'Plan subnets…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan subnets of app' });
  await expect(dialog.getByRole('row', { name: /^app 10\.0\.8\.0\/21/ })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Keep room for each tier to double' }).click();
  await expect(dialog.getByRole('row', { name: /^app 10\.0\.8\.0\/21/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Draw 6 subnets' }).click();
  await expect(map(page).getByRole('option', { name: /^data-b/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(map(page).getByRole('option', { name: /^data-b/ })).toHaveCount(0);
});

test('a declared peer that overlaps is said on the map, in the forecast and while the CIDR is typed', async ({ page }) => {
  await openPlan(page);
  await declare(page, 'data-platform', '10.0.128.0/18');
  await expect(map(page)).toContainText('data-platform wants 10.0.128.0/18');
  await expect(page.getByRole('list', { name: 'Forecast of overlaps' })).toContainText('overlaps 10.0.0.0/16; 10.1.0.0/18 is free of all others');

  await page.locator('.react-flow__node').filter({ hasText: '10.0.0.0/16' }).first().click({ position: { x: 40, y: 8 } });
  await expect(page.getByRole('list', { name: 'Declared peers' })).toContainText('overlaps');
  const field = page.getByRole('textbox', { name: 'Primary IPv4 block' });
  await field.fill('10.0.0.0/15');
  await field.fill('172.17.0.0/16');
  await expect(page.getByText('172.17.0.0/16 overlaps Docker default (172.17.0.0/16); 172.18.0.0/16 is the nearest block of its size that fits all.')).toBeVisible();
  await page.getByRole('button', { name: 'Use 172.18.0.0/16' }).click();
  await expect(page.getByRole('list', { name: 'Declared peers' })).not.toContainText('overlaps');
});

test('pasted ranges of partners are declared together', async ({ page }) => {
  await openPlan(page);
  await page.getByRole('button', { name: 'Paste ranges…' }).click();
  await page.getByRole('textbox', { name: 'Ranges, one on each line' }).fill('name,block,kind\nacme,10.0.64.0/18,partner\nhq,10.200.0.0/16,on-premises\n');
  await page.getByRole('button', { name: 'Declare 2' }).click();
  const forecast = page.getByRole('list', { name: 'Forecast of overlaps' });
  await expect(forecast.getByRole('listitem').filter({ hasText: 'acme' })).toContainText('overlaps');
  await expect(forecast.getByRole('listitem').filter({ hasText: 'hq' })).not.toContainText('overlaps');
});

test('the plan is a table, a CSV that comes back, and a full page', async ({ page, app }) => {
  await openPlan(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('table', { name: 'Address plan of app' });
  await page.getByRole('searchbox', { name: 'Filter' }).fill('private 1b');
  await expect(table.getByRole('row')).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('');
  await table.getByRole('button', { name: 'Usable' }).click();
  await expect(table.getByRole('columnheader', { name: 'Usable' })).toHaveAttribute('aria-sort', 'ascending');

  const more = page.getByRole('button', { name: 'Copy, save, take over and print the plan' });
  const saved = await app.savedBy(async () => {
    await more.click();
    await page.getByRole('menuitem', { name: 'Save as CSV…' }).click();
  });
  const text = saved.bytes.toString('utf8');
  expect(text).toContain('app,db-a,10.0.32.0/24,us-east-1a,private,10.0.32.0,10.0.32.255,256,251,1\r\n');
  const changed = `${text}app,cache-a,10.0.40.0/24,us-east-1a,private,,,,,\r\n`;
  await page.getByLabel('CSV file of subnets').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) });
  await expect(table.getByRole('button', { name: 'cache-a' })).toBeVisible();

  await page.getByRole('button', { name: 'Full page' }).click();
  await expect(page.getByRole('button', { name: 'Back to the dock' })).toBeVisible();
  await expect(page.locator('.react-flow')).toBeHidden();
  await page.getByRole('button', { name: 'Back to the dock' }).click();
  await expect(page.locator('.react-flow')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`map and table have no accessibility faults in the ${theme} theme`, async ({ page, edition }) => {
    test.skip(edition === 'electron', 'axe opens a page of its own, which the desktop app does not let it');
    await page.emulateMedia({ colorScheme: theme });
    await openPlan(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await declare(page, 'data-platform', '10.0.128.0/18');
    const faults = async (): Promise<readonly string[]> => {
      const { violations } = await new AxeBuilder({ page }).include('[data-region=dock]').analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    };
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    expect(await faults()).toEqual([]);
  });
}
