/* Words that viewers write are words: whatever they look like, they are shown as they are, and nothing in them runs. */
import type { Page } from '@playwright/test';
import { change, filmId, rate, register, somebody } from '../support/accounts';
import { settled } from '../support/looks';
import { expect, test } from '../support/test';

const run = 'globalThis.__ran=1';
const image = `<img src=x onerror="${run}">`;
const script = `<script>${run}</script>`;
const words = `A slow burn. ${image} ${script} <a href="javascript:${run}">more</a> <svg onload="${run}"></svg>`;

async function expectAsWritten(page: Page, what: string): Promise<void> {
  await expect(page.getByText(what).first()).toBeVisible();
  await settled(page);
  expect(await page.evaluate(() => (globalThis as unknown as { __ran?: number }).__ran)).toBeUndefined();
  await expect(page.locator('img[src="x"], a[href^="javascript:"], main script, [onerror], [onload]')).toHaveCount(0);
}

test('a review, a name and a device with markup in them', async ({ page, browser, watch, baseURL }) => {
  await register(page, somebody(), `Sofa ${image}`);
  const [film] = await rate(page, ['Moon', 'Heat']);
  const profile = await page.request.get('/api/v1/me/profile');
  await page.request.put('/api/v1/me/profile', { data: { name: `Ann ${image}` }, headers: { origin: baseURL ?? '', 'if-match': profile.headers()['etag'] ?? '*' } });
  await change(page, 'PUT', `/api/v1/me/ratings/${film?.movieId}/review`, { text: words });

  await page.goto(`/film/${film?.movieId}`);
  await expectAsWritten(page, words);
  await page.goto('/mine');
  await expectAsWritten(page, words);
  await page.goto('/account');
  await expectAsWritten(page, `Sofa ${image}`);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`Ann ${image}`);
  await expect(page.getByRole('banner')).toContainText(`Ann ${image}`);

  // And for somebody else, where all reviews of the film stand; they come over the change feed.
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  await watch(elsewhere);
  const other = await elsewhere.newPage();
  const reviews = `/api/v1/movies/${film?.movieId}/reviews?limit=50`;
  await expect.poll(async () => JSON.stringify(await (await other.request.get(reviews)).json()), { timeout: 60_000 }).toContain('A slow burn. <img');
  await other.goto(`/film/${film?.movieId}`);
  await expectAsWritten(other, words);
  await expectAsWritten(other, `Ann ${image}`);
  await elsewhere.close();
});

test('an address with markup in it', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent(image)}`);
  await expectAsWritten(page, image);
  await page.goto(`/discover?person=${encodeURIComponent(script)}&genres=${encodeURIComponent(image)}`);
  await expectAsWritten(page, script);
  await page.goto(`/list?not=1&genres=${encodeURIComponent(image)}`);
  await settled(page);
  expect(await page.evaluate(() => (globalThis as unknown as { __ran?: number }).__ran)).toBeUndefined();
  await page.goto(`/film/${await filmId(page, 'Heat')}#${image}`);
  await settled(page);
});
