import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { node, openTemplate } from './canvas-steps.ts';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-files-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What `aws ec2 describe-*` prints for one VPC with one subnet and one instance; written for this test. */
const SNAPSHOT: Readonly<Record<string, unknown>> = {
  'vpcs.json': { Vpcs: [{ VpcId: 'vpc-0a1', CidrBlock: '10.20.0.0/16', IsDefault: false, OwnerId: '111122223333', Tags: [{ Key: 'Name', Value: 'imported' }] }] },
  'subnets.json': { Subnets: [{ SubnetId: 'subnet-0a1', VpcId: 'vpc-0a1', CidrBlock: '10.20.1.0/24', AvailabilityZone: 'eu-west-1a', MapPublicIpOnLaunch: false, Tags: [{ Key: 'Name', Value: 'imported-a' }] }] },
  'instances.json': {
    Reservations: [
      {
        Instances: [
          {
            InstanceId: 'i-0a1',
            InstanceType: 't3.micro',
            State: { Name: 'running' },
            SubnetId: 'subnet-0a1',
            VpcId: 'vpc-0a1',
            PrivateIpAddress: '10.20.1.9',
            Tags: [{ Key: 'Name', Value: 'worker' }],
            NetworkInterfaces: [{ NetworkInterfaceId: 'eni-0a1', SubnetId: 'subnet-0a1', VpcId: 'vpc-0a1', PrivateIpAddress: '10.20.1.9', PrivateIpAddresses: [{ PrivateIpAddress: '10.20.1.9', Primary: true }], Attachment: { DeviceIndex: 0 }, Groups: [] }],
          },
        ],
      },
    ],
  },
};

async function writeSnapshot(): Promise<readonly string[]> {
  return Promise.all(
    Object.entries(SNAPSHOT).map(async ([name, document]) => {
      const path = join(folder, name);
      await writeFile(path, JSON.stringify(document));
      return path;
    }),
  );
}

test('describe output is imported, arranged and reported', async ({ page, app }) => {
  const paths = await writeSnapshot();
  await app.answerOpenDialog(paths);
  await page.getByText('Import from AWS').first().click();
  await expect(node(page, 'worker')).toContainText('10.20.1.9');
  await expect(node(page, 'imported-a')).toContainText('10.20.1.0/24');
});

test('a newer snapshot updates the open design, says what has changed, and one undo takes it back', async ({ page, app }) => {
  const paths = await writeSnapshot();
  await app.answerOpenDialog(paths);
  await page.getByText('Import from AWS').first().click();
  await page.getByRole('button', { name: 'Show the network' }).click();
  const later = join(folder, 'more-subnets.json');
  await writeFile(later, JSON.stringify({ Subnets: [{ SubnetId: 'subnet-0b2', VpcId: 'vpc-0a1', CidrBlock: '10.20.2.0/24', AvailabilityZone: 'eu-west-1a', MapPublicIpOnLaunch: false, Tags: [{ Key: 'Name', Value: 'imported-b' }] }] }));
  await app.answerOpenDialog([...paths, later]);
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByRole('dialog').getByText('New: subnet imported-b (subnet-0b2)')).toBeVisible();
  await page.getByRole('button', { name: 'Show the network' }).click();
  await expect(node(page, 'imported-b')).toContainText('10.20.2.0/24');
  await page.keyboard.press('Control+z');
  await expect(node(page, 'imported-b')).toHaveCount(0);
  await expect(node(page, 'imported-a')).toBeVisible();
});

test('a picture holds its design: exported as PNG, it opens again', async ({ page, app }) => {
  await openTemplate(page, 'Three tiers');
  const picture = await app.savedBy(async () => {
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog', { name: 'Export picture' }).getByRole('button', { name: 'Export' }).click();
  });
  expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const path = join(folder, 'three-tiers.vpc.png');
  await writeFile(path, picture.bytes);
  await app.answerOpenDialog([path]);
  await page.keyboard.press('Control+o');
  await expect(node(page, 'web-1')).toBeVisible();
  await expect(node(page, 'nat-a')).toBeVisible();
});

const BAD_FILES: readonly (readonly [name: string, text: string, sentence: RegExp])[] = [
  ['broken.vpc.json', '{"version": 1, "resources": ', /broken\.vpc\.json/],
  ['newer.vpc.json', '{"version": 99, "name": "x", "resources": {}, "layout": {}}', /newer/i],
  ['noversion.vpc.json', '{"resources": {}}', /noversion\.vpc\.json|version/i],
];

for (const [name, text, sentence] of BAD_FILES) {
  test(`${name} is refused with one sentence, and the open design stays`, async ({ page, app }) => {
    await openTemplate(page, 'One public instance');
    const before = await page.locator('.react-flow__node').count();
    const path = join(folder, name);
    await writeFile(path, text);
    await app.answerOpenDialog([path]);
    await page.keyboard.press('Control+o');
    await expect(page.getByText(sentence).first()).toBeVisible();
    expect(await page.locator('.react-flow__node').count()).toBe(before);
  });
}
