import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, openElectron, test } from './app.ts';
import { dragPart, node, startDesign } from './canvas-steps.ts';

const DESIGN = {
  version: 1,
  name: 'given',
  layout: {},
  resources: {
    'region-1': { kind: 'region', name: 'us-east-1', code: 'us-east-1' },
    'vpc-1': { kind: 'vpc', name: 'given-vpc', region: 'region-1', cidr: '10.9.0.0/16', secondaryCidrs: {}, ipv6Cidrs: {}, availabilityZones: ['us-east-1a'], enableDnsSupport: true, enableDnsHostnames: false },
  },
};

test.describe('the desktop app', () => {
  test.skip(({ edition }) => edition !== 'electron', 'only the desktop app has a process of its own');

  test('opens the file on its command line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reachable-argument-'));
    const file = join(folder, 'given.vpc.json');
    await writeFile(file, JSON.stringify(DESIGN));
    const app = await openElectron({ arguments: [file] });
    await expect(node(app.page, 'given-vpc')).toBeVisible();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('brings unsaved work back after it was killed', async () => {
    const userData = await mkdtemp(join(tmpdir(), 'reachable-killed-'));
    const first = await openElectron({ userData });
    await startDesign(first.page);
    await dragPart(first.page, 'VPC', { x: 600, y: 260 });
    await expect(node(first.page, 'vpc-1')).toBeVisible();
    await first.page.waitForTimeout(2500);
    first.desktop.process().kill('SIGKILL');
    const second = await openElectron({ userData });
    await second.page.getByRole('button', { name: /Show it|Restore/ }).or(second.page.getByText('Show it')).first().click();
    await expect(node(second.page, 'vpc-1')).toBeVisible();
    await second.close();
    await rm(userData, { recursive: true, force: true });
  });

  test('shuts out the network, other pages and Node', async ({ app }) => {
    const seen = await app.page.evaluate(async () => {
      const fetched = await fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      );
      return { fetched, hasRequire: 'require' in globalThis, hasProcess: 'process' in globalThis, opened: window.open('http://127.0.0.1:9/') === null };
    });
    expect(seen).toEqual({ fetched: 'refused', hasRequire: false, hasProcess: false, opened: true });
    const preferences = await app.desktop?.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron has this function and leaves it out of its types.
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Readonly<Record<string, unknown>> } | undefined;
      return contents?.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });
});
