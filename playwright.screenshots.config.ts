import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/** Takes the pictures of the documentation in the real app, instead of trying journeys. */
export default defineConfig({ ...journeys, testMatch: '**/*.shots.ts', workers: 1 });
