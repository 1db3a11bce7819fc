import { defineConfig } from '@playwright/test';
import type { Edition } from './e2e/app.ts';

const editions: readonly Edition[] = ['electron', 'chromium'];
const isCi = process.env['CI'] === 'true';

export default defineConfig<object, { edition: Edition }>({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: isCi,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/test/journeys.json' }]],
  projects: editions.map((edition) => ({ name: edition, use: { edition, screenshot: 'only-on-failure' } })),
});
