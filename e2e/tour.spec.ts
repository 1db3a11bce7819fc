import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { projectPath } from '../tools/build-settings.ts';
import { expect, test, type OpenedApp } from './app.ts';
import { dragPart, middleOf, node, startDesign, verdict, type Point } from './canvas-steps.ts';

interface TourStep {
  /** What the README marks in this step, in its order: what is pressed and what is seen. */
  readonly marked: readonly string[];
  follow(page: Page, app: OpenedApp): Promise<void>;
}

const README = readFileSync(projectPath('README.md'), 'utf8');

/** The numbered steps of the tour, each in one line. */
function stepsOfTheReadme(): readonly string[] {
  const section = README.split('## A tour in five minutes')[1]?.split(/^## /m)[0] ?? '';
  return section
    .split(/^\d+\. /m)
    .slice(1)
    .map((step) => (step.split('\n\n')[0] ?? '').replaceAll(/\s+/g, ' ').trim());
}

const markedIn = (step: string): readonly string[] => [...step.matchAll(/\*\*(.+?)\*\*|\*(.+?)\*/g)].map(([, strong, emphasis]) => strong ?? emphasis ?? '');

/** The upper left of a box, where its title stands. */
async function titleOf(box: Locator): Promise<Point> {
  const bounds = await box.boundingBox();
  if (!bounds) throw new Error('Nothing to point at: it is not on the screen.');
  return { x: bounds.x + 40, y: bounds.y + 12 };
}

const tenSteps = (page: Page): Locator => page.getByRole('list', { name: 'The ten steps' }).getByRole('listitem');
const failing = (page: Page): Locator => tenSteps(page).filter({ hasText: 'Fail' });
const firstFix = (page: Page): Locator => verdict(page).getByRole('button', { name: /^Apply: / }).first();

/** Applies the first fix on offer and waits until it is no longer offered. */
async function applyFirstFix(page: Page): Promise<void> {
  const name = (await firstFix(page).getAttribute('aria-label')) ?? '';
  await firstFix(page).click();
  await expect(verdict(page).getByRole('button', { name, exact: true })).toHaveCount(0);
}

const TOUR: readonly TourStep[] = [
  {
    marked: ['New design', 'us-east-1', 'Parts', 'Diagnose'],
    async follow(page) {
      await startDesign(page);
      await expect(page.getByRole('heading', { name: 'Parts' })).toBeVisible();
      await expect(page.getByRole('tab', { name: 'Diagnose' })).toBeVisible();
      await expect(page.locator('.react-flow__node')).toHaveCount(1);
      await expect(node(page, 'us-east-1')).toBeVisible();
    },
  },
  {
    marked: ['VPC', 'vpc-1'],
    async follow(page) {
      await dragPart(page, 'VPC', { x: 600, y: 260 });
      await expect(node(page, 'vpc-1')).toContainText('10.0.0.0/16');
      for (const zone of ['us-east-1a', 'us-east-1b']) await expect(node(page, zone)).toBeVisible();
    },
  },
  {
    marked: ['Subnet', 'us-east-1a', 'Subnet', 'us-east-1b', 'private'],
    async follow(page) {
      for (const [zone, subnet, block] of [['us-east-1a', 'subnet-a', '10.0.0.0/24'], ['us-east-1b', 'subnet-b', '10.0.1.0/24']] as const) {
        await dragPart(page, 'Subnet', await middleOf(node(page, zone)));
        await expect(node(page, subnet)).toContainText(block);
        await expect(node(page, subnet)).toContainText('private');
      }
    },
  },
  {
    marked: ['Internet gateway', 'vpc-1', 'Instance', 'subnet-a'],
    async follow(page) {
      await dragPart(page, 'Internet gateway', await titleOf(node(page, 'vpc-1')));
      await expect(node(page, 'igw-vpc-1')).toBeVisible();
      await dragPart(page, 'Instance', await middleOf(node(page, 'subnet-a')));
      await expect(node(page, 'instance-1')).toBeVisible();
    },
  },
  {
    marked: ['Diagnose', 'Ask: Internet to instance-1', 'Blocked'],
    async follow(page) {
      await page.getByRole('button', { name: 'Ask: Internet to instance-1' }).click();
      await expect(verdict(page)).toContainText('Blocked');
      await expect(failing(page)).toHaveCount(4);
      for (const step of [2, 3, 5, 10]) await expect(tenSteps(page).nth(step - 1)).toContainText('Fail');
    },
  },
  {
    marked: ['Apply', 'Pass', 'Reachable', 'public', 'Undo'],
    async follow(page) {
      await applyFirstFix(page);
      await expect(failing(page)).toHaveCount(3);
      for (let fixes = 0; fixes < 10 && (await firstFix(page).count()) > 0; fixes += 1) await applyFirstFix(page);
      await expect(verdict(page)).toContainText('Reachable');
      for (const subnet of ['subnet-a', 'subnet-b']) await expect(node(page, subnet)).toContainText('public');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(verdict(page)).toContainText('Blocked');
      await page.getByRole('button', { name: 'Redo' }).click();
      await expect(verdict(page)).toContainText('Reachable');
    },
  },
  {
    marked: ['Network ACL', 'subnet-a', 'the request is stopped by network ACL acl-subnet-a'],
    async follow(page) {
      await dragPart(page, 'Network ACL', await titleOf(node(page, 'subnet-a')));
      await expect(tenSteps(page).nth(3)).toContainText('Fail');
      await expect(page.getByText('the request is stopped by network ACL acl-subnet-a').first()).toBeVisible();
    },
  },
  {
    marked: ['Apply', 'the reply is stopped by network ACL acl-subnet-a', 'Apply', 'Reachable'],
    async follow(page) {
      await applyFirstFix(page);
      await expect(page.getByText('the reply is stopped by network ACL acl-subnet-a').first()).toBeVisible();
      await applyFirstFix(page);
      await expect(verdict(page)).toContainText('Reachable');
    },
  },
  {
    marked: ['Save as expectation'],
    async follow(page) {
      await page.getByRole('button', { name: 'Save as expectation' }).click();
      await expect(page.getByText('1 of 1 expectation holds')).toBeVisible();
    },
  },
  {
    marked: ['Ctrl S', '⌘ S', 'Export', 'Export picture…', 'Export'],
    async follow(page, app) {
      const design = await app.savedBy(() => page.keyboard.press('Control+s'));
      expect(design.name).toMatch(/\.vpc\.json$/);
      const picture = await app.savedBy(async () => {
        await page.getByRole('button', { name: 'Export', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Export picture…' }).click();
        await page.getByRole('dialog', { name: 'Export picture' }).getByRole('button', { name: 'Export' }).click();
      });
      expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    },
  },
];

test('the tour of the README can be followed word by word', async ({ page, app }) => {
  expect(stepsOfTheReadme().map(markedIn)).toEqual(TOUR.map(({ marked }) => marked));
  for (const [index, { follow }] of TOUR.entries()) await test.step(stepsOfTheReadme()[index] ?? '', () => follow(page, app));
});
