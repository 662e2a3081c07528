/* The house itself: its lights, its calm, its door when the line is down, and how it is on a phone. */
import { filmId, rateAsGuest } from '../support/accounts';
import { settled, tooSmall } from '../support/looks';
import { phone } from '../support/sizes';
import { expect, test } from '../support/test';

const paper = (color: string) => `rgb(${[1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)).join(', ')})`;
const [light, dark] = [paper('#faf7f1'), paper('#12100e')];

test('lights: as the system, or as chosen, from the first frame on', async ({ page }) => {
  const house = page.locator('html');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/privacy');
  await expect(house).toHaveCSS('background-color', dark);
  await page.getByRole('radio', { name: 'Lobby' }).check();
  await expect(house).toHaveCSS('background-color', light);
  await page.goto('/discover', { waitUntil: 'commit' });
  await page.locator('#app').waitFor({ state: 'attached' });
  await expect(house).toHaveCSS('background-color', light);
  await page.getByRole('radio', { name: 'As the system' }).check();
  await page.reload();
  await expect(house).toHaveCSS('background-color', dark);
});

test('calm: nothing moves where that is asked for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved = ((globalThis as unknown as { __moved: string[] }).__moved = []) as string[];
    const watch = (): void => {
      for (const one of document.getAnimations()) {
        const time = one.effect?.getComputedTiming();
        if (Number(time?.duration) > 1) moved.push(`${(one.effect as KeyframeEffect).target?.className} ${String(time?.duration)}`);
      }
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
  await page.goto('/rate');
  const skip = page.getByRole('button', { name: /^Haven’t seen it/ });
  await expect(skip).toHaveCount(18);
  await skip.first().click();
  await page.getByRole('group').first().getByRole('radio').first().focus();
  await page.keyboard.press('5');
  await settled(page);
  await page.getByRole('link', { name: 'Discover' }).click();
  await settled(page);
  expect(await page.evaluate(() => (globalThis as unknown as { __moved: string[] }).__moved)).toEqual([]);
});

test('offline: the house opens, says so, and goes on when the line is back', async ({ page, context }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated' || new Promise((done) => active?.addEventListener('statechange', done))));
  await page.reload();
  await expect(page.getByRole('region', { name: 'Films to rate' }).getByRole('group')).toHaveCount(12);

  await context.setOffline(true);
  await expect(page.getByText('You are offline. What needs the connection')).toBeVisible();
  await page.getByRole('link', { name: 'Discover' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Discover' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('You are offline.');
  await page.goto('/mine/taste');
  await expect(page.getByRole('heading', { level: 1, name: 'My taste' })).toBeVisible();

  await context.setOffline(false);
  await page.goto('/discover');
  await expect(page.locator('main article').first()).toBeVisible();
  await expect(page.getByText('You are offline')).toHaveCount(0);
});

test('a service that fails: words, and a way on', async ({ page }) => {
  await page.route('**/api/v1/movies?*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"type":"about:blank","title":"Busy","status":503,"code":"store_unavailable"}' }));
  await page.goto('/discover');
  await expect(page.getByRole('alert')).toContainText('Matinee is very busy.');
  await page.unroute('**/api/v1/movies?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('main article').first()).toBeVisible();
});

test.describe('phone', () => {
  test.use(phone);

  test('stars by a tap and by dragging, filters in a sheet, search over the header', async ({ page }) => {
    await rateAsGuest(page);
    await page.goto(`/film/${await filmId(page, 'The Departed')}`);
    const stars = page.getByRole('group', { name: 'Your stars for The Departed' });
    const { width, height } = (await stars.locator('.stars').boundingBox()) ?? { width: 0, height: 0 };
    expect(height).toBeGreaterThanOrEqual(24);
    await stars.locator('.stars').tap({ position: { x: width * 0.55, y: height / 2 } });
    await expect(stars.getByRole('radio', { name: 'three stars', exact: true })).toBeChecked();

    await page.getByRole('button', { name: 'Search', exact: true }).tap();
    await page.getByRole('combobox', { name: 'Search films and people' }).fill('alien');
    await page.getByRole('option').filter({ hasText: 'Alien' }).first().tap();
    await expect(page.getByRole('heading', { level: 1, name: /^Alien/ })).toBeVisible();

    await page.getByRole('link', { name: 'Discover' }).tap();
    await page.getByRole('button', { name: 'Filters' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('checkbox', { name: /^Horror/ }).check();
    await sheet.getByRole('combobox', { name: 'Decade' }).selectOption('1980');
    expect(await tooSmall(page)).toEqual([]);
    await sheet.getByRole('button', { name: /^Show \d+ films$/ }).tap();
    await expect(sheet).toBeHidden();
    await expect(page).toHaveURL(/genres=Horror/);
    await page.goBack();
    await expect(page, 'the filters of one sheet are one step').not.toHaveURL(/genres|decade/);
  });
});
