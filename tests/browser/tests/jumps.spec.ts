/* The model page is long and comes as it is looked at: its jump links lead where they say, whatever grows above meanwhile. */
import type { Page } from '@playwright/test';
import { settled } from '../support/looks';
import { expect, test } from '../support/test';

/** Where a section's heading stands once everything is there that is going to be: below the header, in the upper third. */
async function standsAtTheTop(page: Page, id: string): Promise<void> {
  await settled(page);
  const [head, heading] = [page.getByRole('banner'), page.locator(`[id="${id}-title"]`)];
  await expect(async () => {
    // What is still on its way may yet move it.
    const [before, , top] = [await heading.boundingBox(), await page.waitForTimeout(400), await heading.boundingBox()];
    expect(top?.y).toBe(before?.y);
  }).toPass();
  const below = await head.evaluate((one) => one.getBoundingClientRect().bottom);
  const { y, height } = (await heading.boundingBox()) ?? { y: -1, height: 0 };
  expect(y, `${id}: below the header`).toBeGreaterThanOrEqual(below);
  expect(y + height, `${id}: in the upper third`).toBeLessThan((page.viewportSize()?.height ?? 0) / 3);
}

test('each link of the model page leads to its heading, the last ones first', async ({ page }) => {
  await page.goto('/model');
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  await expect(links).toHaveCount(10);
  const ids = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
  for (const id of ids.reverse()) {
    await links.and(page.locator(`[href="#${id}"]`)).click();
    await standsAtTheTop(page, id);
  }
});

for (const id of ['exposure', 'genres']) {
  test(`an address that names the section ${id} opens there`, async ({ page }) => {
    await page.goto(`/model#${id}`);
    await standsAtTheTop(page, id);
  });
}
