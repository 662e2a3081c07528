/*
 * What the first page costs. Sizes are of the files that the browser really loaded, in gzip; times are the best of a few tries, on a line and a processor
 * held back to a middling phone's: 9 Mbit/s down with 60 ms there and back (fast 4G), and half of this machine's speed. More of a brake on
 * the processor would measure how busy the machine is that runs the tests.
 */
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import { lookAround } from '../support/accounts';
import { settled } from '../support/looks';
import { phone } from '../support/sizes';
import { expect, test } from '../support/test';

const most = { script: 60 * 1024, stylesheet: 15 * 1024, lcp: 1500, cls: 0.05 };
const line = { offline: false, latency: 60, downloadThroughput: (9_000_000 / 8) | 0, uploadThroughput: (3_000_000 / 8) | 0 };
const slowdown = 2;
const tries = 4;

test.describe.configure({ mode: 'serial' });
test.use({ ...phone, serviceWorkers: 'block' });

for (const who of ['newcomer', 'viewer'] as const) {
  test(`home, ${who}: scripts and styles`, async ({ page }) => {
    if (who === 'viewer') await lookAround(page);
    const sizes = { script: 0, stylesheet: 0 };
    const bodies: Promise<void>[] = [];
    page.on('response', (response) => {
      const kind = response.request().resourceType();
      if (kind === 'script' || kind === 'stylesheet') bodies.push(response.body().then((body) => void (sizes[kind] += gzipSync(body, { level: 9 }).length)));
    });
    await page.goto('/');
    await settled(page);
    await Promise.all(bodies);
    console.log(`home, ${who}: JS ${kB(sizes.script)}, CSS ${kB(sizes.stylesheet)} (gzip)`);
    expect(sizes.script).toBeGreaterThan(0);
    expect(sizes.script).toBeLessThanOrEqual(most.script);
    expect(sizes.stylesheet).toBeLessThanOrEqual(most.stylesheet);
  });

  test(`home, ${who}: largest paint and shifts`, async ({ page, context }) => {
    if (who === 'viewer') await lookAround(page);
    await page.addInitScript(() => {
      const seen = ((globalThis as unknown as { __seen: { lcp: number; cls: number } }).__seen = { lcp: 0, cls: 0 });
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.lcp = entry.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) =>
        (list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]).forEach((entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value)),
      ).observe({ type: 'layout-shift', buffered: true });
    });
    const browser = await context.newCDPSession(page);
    await browser.send('Network.enable');
    let best = { lcp: Infinity, cls: Infinity };
    for (let i = 0; i < tries && best.lcp > most.lcp / 2; i++) {
      const found = await load(page, browser);
      expect(found.cls, 'a shift is no matter of speed: every try counts').toBeLessThan(most.cls);
      if (found.lcp < best.lcp) best = found;
    }
    console.log(`home, ${who}: LCP ${Math.round(best.lcp)} ms, CLS ${best.cls.toFixed(3)}`);
    expect(best.lcp).toBeGreaterThan(0);
    expect(best.lcp).toBeLessThan(most.lcp);
  });
}

/** Loads the first page as if for the first time. */
async function load(page: Page, browser: CDPSession): Promise<{ lcp: number; cls: number }> {
  await page.goto('about:blank');
  await browser.send('Network.clearBrowserCache');
  await browser.send('Network.emulateNetworkConditions', line);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto('/');
  await settled(page);
  return page.evaluate(() => (globalThis as unknown as { __seen: { lcp: number; cls: number } }).__seen);
}

function kB(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}
