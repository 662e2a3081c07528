import { test as base, expect, type BrowserContext } from '@playwright/test';

interface Faults {
  /** What went wrong in any page of the test so far: errors, violations of the content security policy. */
  faults: string[];
}

/** A test that fails when anything goes wrong in a page, seen or not. */
export const test = base.extend<Faults & { watch: (context: BrowserContext) => Promise<void> }>({
  baseURL: async ({}, use) => use(process.env['MATINEE_ADDRESS'] ?? ''),
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, 'what went wrong in the pages').toEqual([]);
  },
  watch: async ({ faults }, use) => use((context) => watchOver(context, faults)),
  context: async ({ context, watch }, use) => {
    await watch(context);
    await use(context);
  },
});

async function watchOver(context: BrowserContext, faults: string[]): Promise<void> {
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    // What the service refuses on purpose is told in the page; the browser lists it as an error of its own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  await context.exposeFunction('__violated', (what: string) => void faults.push(what));
  await context.addInitScript(() => {
    const told = (globalThis as unknown as { __violated: (what: string) => void }).__violated;
    addEventListener('securitypolicyviolation', (event) => told(`${location.href} violates ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
  });
}

export { expect };
