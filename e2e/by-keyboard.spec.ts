import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { node, runCommand, verdict } from './canvas-steps.ts';

/** Goes on with Tab until something with that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<string> {
  for (let steps = 0; steps < 150; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return focused;
  }
  throw new Error(`Tab does not lead to ${name.source}.`);
}

/** The names of what a screen reader was told since the page opened. */
async function listenToAnnouncements(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[aria-live]');
        const text = region?.textContent.trim() ?? '';
        if (text !== '') heard.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { readonly heard: readonly string[] }).heard);
}

test('draw, break, diagnose, fix and export with the keys alone', async ({ page, app }) => {
  await expect(page.getByText('New design').first()).toBeVisible();
  const heard = await listenToAnnouncements(page);
  await page.keyboard.press('Control+n');
  await expect(page.locator('.react-flow')).toBeVisible();
  await runCommand(page, 'add vpc');
  await expect(node(page, 'vpc-1')).toBeVisible();
  await runCommand(page, 'add subnet');
  await expect(node(page, 'subnet-a')).toBeVisible();
  await runCommand(page, 'add instance');
  await expect(node(page, 'instance-1')).toBeVisible();
  await runCommand(page, 'ask to here');
  await expect(verdict(page)).toContainText('Blocked');
  await expect.poll(async () => (await heard()).some((sentence) => /blocked/i.test(sentence))).toBe(true);

  // Every fix that is offered, one after the other.
  for (let fixes = 0; fixes < 8 && (await verdict(page).getByRole('button', { name: /^Apply: / }).count()) > 0; fixes += 1) {
    const name = await tabTo(page, /^Apply: /);
    await page.keyboard.press('Enter');
    await expect(verdict(page).getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await expect(verdict(page)).toContainText('Reachable');
  await expect.poll(async () => (await heard()).some((sentence) => /reachable/i.test(sentence))).toBe(true);

  await page.keyboard.press('Control+z');
  await expect(verdict(page)).toContainText('Blocked');
  await page.keyboard.press('Control+Shift+z');
  await expect(verdict(page)).toContainText('Reachable');

  const picture = await app.savedBy(async () => {
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog', { name: 'Export picture' })).toBeVisible();
    await tabTo(page, /^Export$/);
    await page.keyboard.press('Enter');
  });
  expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
});
