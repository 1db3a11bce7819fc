import { expect, test } from './app.ts';
import { applyEveryFix, dragPart, middleOf, node, openTemplate, startDesign, verdict } from './canvas-steps.ts';

test('a newcomer draws a network, follows the checklist until it is reachable, and gets it back', async ({ page, app }) => {
  await startDesign(page);
  await dragPart(page, 'VPC', { x: 600, y: 260 });
  await expect(node(page, 'vpc-1')).toContainText('10.0.0.0/16');

  await dragPart(page, 'Subnet', await middleOf(node(page, 'us-east-1a')));
  await expect(node(page, 'subnet-a')).toContainText('10.0.0.0/24');
  await expect(node(page, 'subnet-a')).toContainText('private');
  await dragPart(page, 'Subnet', await middleOf(node(page, 'us-east-1b')));
  await expect(page.locator('.react-flow__node').filter({ hasText: '10.0.1.0/24' })).toHaveCount(1);

  const vpc = await node(page, 'vpc-1').boundingBox();
  await dragPart(page, 'Internet gateway', { x: (vpc?.x ?? 0) + 10, y: (vpc?.y ?? 0) + 90 });
  await expect(node(page, 'igw-vpc-1')).toBeVisible();
  await expect(node(page, 'Internet')).toBeVisible();

  await dragPart(page, 'Instance', await middleOf(node(page, 'subnet-a')));
  await expect(node(page, 'instance-1')).toContainText('10.0.0.4');

  await page.getByRole('button', { name: 'Ask: Internet to instance-1' }).click();
  await expect(verdict(page)).toContainText('Blocked');
  const applied = await applyEveryFix(page);
  expect(applied.length).toBeGreaterThanOrEqual(3);
  await expect(verdict(page)).toContainText('Reachable');
  await expect(node(page, 'subnet-a')).toContainText('public');
  const steps = page.getByRole('list', { name: 'The ten steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(10);
  await expect(steps.filter({ hasText: 'Fail' })).toHaveCount(0);

  const saved = await app.savedBy(() => page.keyboard.press('Control+s'));
  expect(saved.name).toMatch(/\.vpc\.json$/);
  const design = JSON.parse(saved.bytes.toString('utf8')) as { version: number; resources: Record<string, { kind: string }> };
  expect(design.version).toBe(1);
  const kinds = Object.values(design.resources).map(({ kind }) => kind);
  for (const kind of ['vpc', 'subnet', 'internet-gateway', 'instance', 'network-interface']) expect(kinds).toContain(kind);
});

test('a refused drop says why, and changes nothing', async ({ page }) => {
  await startDesign(page);
  await dragPart(page, 'VPC', { x: 600, y: 260 });
  await dragPart(page, 'Subnet', await middleOf(node(page, 'us-east-1a')));
  const before = await page.locator('.react-flow__node').count();
  await dragPart(page, 'Internet gateway', await middleOf(node(page, 'subnet-a')));
  await expect(page.getByText('An internet gateway attaches to a VPC, not to subnet subnet-a.').first()).toBeVisible();
  expect(await page.locator('.react-flow__node').count()).toBe(before);
});

test('undo and redo go through every edit', async ({ page }) => {
  await startDesign(page);
  await dragPart(page, 'VPC', { x: 600, y: 260 });
  await dragPart(page, 'Subnet', await middleOf(node(page, 'us-east-1a')));
  await expect(node(page, 'subnet-a')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__node').filter({ hasText: 'subnet-a' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__node').filter({ hasText: 'vpc-1' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(node(page, 'subnet-a')).toBeVisible();
});

test('a container folds to its caption, with what it holds in words, and unfolds', async ({ page }) => {
  await openTemplate(page, 'Three tiers');
  await node(page, 'app-a').locator('[data-name]').click();
  await page.keyboard.press('[');
  await expect(page.getByRole('img', { name: /^Subnet app-a.*2 instances, collapsed$/ })).toBeVisible();
  await expect(page.locator('.react-flow__node').filter({ hasText: 'app-1' })).toHaveCount(0);
  await page.keyboard.press(']');
  await expect(node(page, 'app-1')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__node').filter({ hasText: 'app-1' })).toHaveCount(0);
});
