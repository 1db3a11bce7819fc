import { brokenNetworks } from '../src/core/templates/index.ts';
import { expect, test } from './app.ts';
import { openTemplate, verdict } from './canvas-steps.ts';

const TEMPLATES = ['One public instance', 'Employee directory', 'Three tiers', 'Private subnet with a NAT gateway', 'Office over VPN', 'Load-balanced web tier', 'Private subnet with endpoints', 'Two peered VPCs', 'Hub and spoke'];

for (const title of TEMPLATES) {
  test(`the template "${title}" opens without a problem of its own`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await openTemplate(page, title);
    await expect(page.getByText(/^Checked /)).toBeVisible();
    expect(faults).toEqual([]);
  });
}

for (const { title, blocker, id } of brokenNetworks) {
  test(`"${title}" is asked, found and, where the app can mend it, mended`, async ({ page }) => {
    await openTemplate(page, title);
    await page.getByRole('button', { name: /0 of 1 hold/ }).click();
    await page.getByRole('button', { name: /^Ask: / }).last().click();
    await expect(verdict(page)).toContainText(/Blocked/);
    const failing = page.getByRole('list', { name: 'The ten steps' }).getByRole('listitem').filter({ hasText: 'Fail' });
    // An address that has changed is told at the rule that stops it, and at the network it belongs to.
    await expect(failing).toHaveCount(id === 'broken-3' ? 2 : 1);
    const fix = verdict(page).getByRole('button', { name: /^Apply: / });
    if ((await fix.count()) === 0) return;
    await fix.first().click();
    await expect(verdict(page), blocker.component).toContainText('Reachable');
    await page.keyboard.press('Control+z');
    await expect(verdict(page)).toContainText(/Blocked/);
  });
}
