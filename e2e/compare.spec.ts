import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCoreApi } from '@core/api/create-core-api.ts';
import type { Resource } from '@core/model/resources/index.ts';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { node, openTemplate, runCommand } from './canvas-steps.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-compare-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const core = createCoreApi();

/** A template as it was some time ago. */
async function writeOlder(id: string, change: (resources: Record<string, Resource>, idOf: (name: string) => string) => void): Promise<string> {
  const opened = core.openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  const resources: Record<string, Resource> = structuredClone(opened.value.resources);
  change(resources, (name) => Object.entries(resources).find(([, resource]) => resource.name === name)?.[0] ?? '');
  const written = core.writeDesign({ design: { ...opened.value, resources } });
  if (!written.ok) throw new Error(written.problem.message);
  const path = join(folder, 'older.vpc.json');
  await writeFile(path, written.value);
  return path;
}

const changes = (page: Page): Locator => page.getByRole('group', { name: 'Changes' });
const marks = (page: Page, words: string): Locator => page.locator('.react-flow__viewport-portal').getByText(words, { exact: true });

test('a file is compared with: list, marks, outlines, and what opens; Escape ends it', async ({ page, app }) => {
  const older = await writeOlder('one-public-instance', (resources, idOf) => {
    const [machine, group] = [idOf('web-1'), idOf('web-sg')];
    const old = resources[group];
    if (old?.kind === 'security-group') resources[group] = { ...old, inbound: {} };
    const web = resources[machine];
    const [attached] = Object.entries(resources).filter(([, resource]) => resource.kind === 'network-interface' && resource.attachment?.resource === machine);
    if (!web || attached?.[1].kind !== 'network-interface') throw new Error('The template has no such instance.');
    resources['i-old'] = { ...web, name: 'web-0' };
    resources['eni-old'] = { ...attached[1], name: 'eni-web-0', addresses: {}, attachment: { ...attached[1].attachment, resource: 'i-old' as never, deviceIndex: 0 } };
  });
  await openTemplate(page, 'One public instance');
  await app.answerOpenDialog([older]);
  await runCommand(page, 'Compare with a file…');
  await expect(page.getByRole('tab', { name: /Changes/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Compared with older.vpc.json').first()).toBeVisible();
  await expect(changes(page).getByRole('button', { name: /changed web-sg/ })).toBeVisible();
  await expect(page.getByRole('group', { name: 'What it opens and closes' })).toContainText(/web-1 becomes reachable from the internet/);
  await expect(marks(page, 'web-0 removed')).toHaveCount(1);

  await changes(page).getByRole('button', { name: /removed web-0/ }).click();
  await expect(marks(page, 'web-0 removed')).toBeInViewport();
  await changes(page).getByRole('button', { name: /changed web-sg/ }).click();
  await expect(page.getByRole('treeitem', { name: 'Security group, web-sg' })).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: /Changes/ })).toHaveCount(0);
  await expect(marks(page, 'web-0 removed')).toHaveCount(0);
});

test('the saved version is compared with, and the list follows every edit', async ({ page, app }) => {
  const file = await writeOlder('one-public-instance', () => undefined);
  await app.answerOpenDialog([file]);
  await page.getByText('Open', { exact: false }).first().click();
  await node(page, 'web-1').click();
  await page.keyboard.press('Delete');
  await expect(node(page, 'web-1')).toHaveCount(0);
  await runCommand(page, 'Compare with the saved version');
  await expect(changes(page).getByRole('button', { name: /removed web-1/ })).toBeVisible();
  await expect(marks(page, 'web-1 removed')).toHaveCount(1);
  await page.getByRole('application', { name: /Drawing with/ }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The two versions are the same, places on the canvas aside.')).toBeVisible();
  await page.getByRole('button', { name: 'End comparison' }).click();
  await expect(page.getByRole('tab', { name: /Changes/ })).toHaveCount(0);
});

const SUBNET = { VpcId: 'vpc-0a1', AvailabilityZone: 'eu-west-1a', MapPublicIpOnLaunch: false };

test('a newer snapshot shows what has changed', async ({ page, app }) => {
  const [vpcs, subnets, later] = [join(folder, 'vpcs.json'), join(folder, 'subnets.json'), join(folder, 'later.json')];
  await writeFile(vpcs, JSON.stringify({ Vpcs: [{ VpcId: 'vpc-0a1', CidrBlock: '10.20.0.0/16', IsDefault: false, OwnerId: '111122223333' }] }));
  await writeFile(subnets, JSON.stringify({ Subnets: [{ ...SUBNET, SubnetId: 'subnet-0a1', CidrBlock: '10.20.1.0/24' }] }));
  await writeFile(later, JSON.stringify({ Subnets: [{ ...SUBNET, SubnetId: 'subnet-0b2', CidrBlock: '10.20.2.0/24', Tags: [{ Key: 'Name', Value: 'fresh' }] }] }));
  await app.answerOpenDialog([vpcs, subnets]);
  await page.getByText('Import from AWS').first().click();
  await page.getByRole('button', { name: 'Show the network' }).click();
  await app.answerOpenDialog([vpcs, subnets, later]);
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Update' }).click();
  await page.getByRole('button', { name: 'Show the network' }).click();
  await expect(page.getByText('Compared with the design before this import').first()).toBeVisible();
  await expect(changes(page).getByRole('button', { name: /added fresh/ })).toBeVisible();
  await expect(marks(page, 'added')).toHaveCount(1);
});
