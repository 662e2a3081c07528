/* Somebody who has never been here: rates, skips, gets a list, signs up, and keeps it all. */
import type { Page } from '@playwright/test';
import { somebody } from '../support/accounts';
import { expect, test } from '../support/test';

const grid = (page: Page) => page.getByRole('region', { name: 'Films to rate' });
const list = (page: Page) => page.getByRole('region', { name: 'Your list so far' });

test('rates ten by mouse and keyboard, skips five, signs up, and the list stays', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Films worth an evening' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Everybody’s list' }).locator('ol > li').first()).toBeVisible();
  const groups = grid(page).getByRole('group');
  await expect(groups).toHaveCount(12);

  for (let i = 0; i < 5; i++) {
    const skip = grid(page).getByRole('button', { name: /^Haven’t seen it: / }).first();
    const name = (await skip.getAttribute('aria-label')) ?? '';
    await skip.click();
    await expect(grid(page).getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await expect(groups).toHaveCount(12);

  // Five by mouse: at nine tenths of the width there are four and a half stars.
  for (let i = 0; i < 5; i++) {
    const stars = groups.nth(i).locator('.stars');
    await stars.scrollIntoViewIfNeeded();
    const { width, height } = (await stars.boundingBox()) ?? { width: 0, height: 0 };
    await stars.click({ position: { x: width * 0.85, y: height / 2 } });
    await expect(groups.nth(i).getByRole('radio', { name: 'four and a half stars' })).toBeChecked();
  }
  await expect(page.getByRole('progressbar', { name: 'Ratings to a first list' })).toHaveAttribute('aria-valuenow', '5');

  // Five by keyboard: digits, arrows, and Delete takes back.
  for (let i = 5; i < 10; i++) {
    await groups.nth(i).getByRole('radio').first().focus();
    await page.keyboard.press('4');
    await expect(groups.nth(i).getByRole('radio', { name: 'four stars' })).toBeChecked();
  }
  await page.keyboard.press('ArrowRight');
  await expect(groups.nth(9).getByRole('radio', { name: 'four and a half stars' })).toBeChecked();
  await page.keyboard.press('Delete');
  await expect(groups.nth(9).getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('5');
  await expect(page.getByText('10 ratings. The list is yours')).toBeVisible();

  await expect(list(page)).toHaveAttribute('aria-busy', 'false');
  await expect(list(page)).toContainText(/Because you liked|You also liked|Often watched|with your taste|You like/);
  await page.getByRole('button', { name: 'Show my films' }).click();
  await expect(page.getByRole('region', { name: 'For you' }).getByRole('article').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'More films' }), 'a row that the site has no title for').toHaveCount(0);
  const before = await firstFilms(page);

  await page.getByRole('link', { name: 'Sign up to keep it' }).click();
  await expect(page.getByText('The 10 films you have rated on this device come along.')).toBeVisible();
  const who = somebody();
  await page.getByLabel('Login name').fill(who.loginName);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Your account is ready, and 10 films came along.')).toBeVisible();
  await expect(page).toHaveURL('/');
  await expect(page.getByText('Made from 10 ratings.')).toBeVisible();
  expect(await firstFilms(page), 'the same ratings make much the same list').toEqual(expect.arrayContaining(before.slice(0, 3)));

  await page.goto('/mine');
  await expect(page.getByRole('status').filter({ hasText: '10 films' })).toBeVisible();
});

async function firstFilms(page: Page): Promise<string[]> {
  const row = page.getByRole('region', { name: 'For you' });
  await expect(row.getByRole('article').first()).toBeVisible();
  return row.locator('article .name .title').allTextContents();
}

test('asks for the next films once for each answer', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().includes('/onboarding/'))));
  await page.goto('/rate');
  await expect(grid(page).getByRole('group')).toHaveCount(18);
  await page.waitForLoadState('networkidle');
  expect(asked).toBeLessThanOrEqual(2);
});

test('what was rated is there after the browser was closed', async ({ page, context }) => {
  await page.goto('/rate');
  const first = grid(page).getByRole('group').first();
  const name = (await first.locator('legend').textContent()) ?? '';
  await first.getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await expect(first.getByRole('radio', { name: 'three stars' })).toBeChecked();
  await page.close();
  const again = await context.newPage();
  await again.goto('/mine');
  await expect(again.getByRole('group', { name }).getByRole('radio', { name: 'three stars' })).toBeChecked();
});
