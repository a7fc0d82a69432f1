import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './e2e/chromium';

// Workers inherit the found path, so that the package's browser is unpacked once.
process.env.E2E_CHROMIUM = await findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  // Each worker starts a tenant and a console of its own (e2e/stack.ts): two fit a two-core machine.
  workers: 2,
  fullyParallel: false,
  timeout: 180_000,
  // Bounds for what hangs, not for what is slow: shared machines are.
  expect: { timeout: 45_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.E2E_CHROMIUM, args: chromiumArguments },
  },
});
