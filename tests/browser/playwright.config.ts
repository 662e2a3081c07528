/*
 * The site in a real browser: journeys, every page in both themes and both sizes, and what it costs to load.
 *
 *   npx playwright test
 *     starts the whole system, as it was built last (`dotnet build functions/Local`), on a free port with a scratch folder, and stops it;
 *   MATINEE_URL=http://localhost:7071 npx playwright test
 *     takes one that runs already.
 *
 * The browser is the system's Chromium, or what MATINEE_CHROMIUM names. Screenshots of every page are left in output/pages.
 */
import { defineConfig } from '@playwright/test';
import { desktop } from './support/sizes';
import { findChromium } from './support/chromium.mjs';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'output/results',
  globalSetup: './support/setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 90_000,
  // A machine that is busy with other things is no fault of the site; what needed its second chance is named as flaky.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'output/report.json' }]],
  use: {
    ...desktop,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    // A trace costs more than the test it is of: `--trace on` makes one.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium() ?? '/no/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
});
