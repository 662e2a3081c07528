/* What is done can be undone, and is undone at the service too. */
import { filmId, liked, rate, register } from '../support/accounts';
import { settled } from '../support/looks';
import { expect, test } from '../support/test';

test.beforeEach(async ({ page }) => {
  await register(page);
  await rate(page);
});

test('a rating', async ({ page }) => {
  await page.goto(`/film/${await filmId(page, 'The Departed')}`);
  const stars = page.getByRole('group', { name: 'Your stars for The Departed' });
  await stars.getByRole('radio').first().focus();
  await page.keyboard.press('4');
  await expect(page.getByText('The Departed: four stars.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Not rated yet')).toBeVisible();
  await expect(page.getByText('Your stars for The Departed are taken back.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Not rated yet')).toBeVisible();
});

test('taking a rating away', async ({ page }) => {
  await page.goto('/mine');
  const item = page.getByRole('listitem').filter({ hasText: 'Heat' });
  await page.getByRole('button', { name: 'Remove my stars for Heat' }).click();
  await expect(item).toHaveCount(0);
  await expect(page.getByText(`${liked.length - 1} films`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item.getByRole('radio', { name: 'four and a half stars' })).toBeChecked();
  await page.reload();
  await expect(item.getByRole('radio', { name: 'four and a half stars' })).toBeChecked();
});

test('hiding a film, from the list and from the hidden ones', async ({ page }) => {
  await page.goto('/list?seed=7');
  const films = page.locator('main ol > li h2');
  await expect(films.first()).toBeVisible();
  await settled(page);
  const title = (await films.first().getByRole('link').textContent()) ?? '';
  const hide = page.getByRole('button', { name: `Not interested in ${title}`, exact: true });
  await hide.click();
  await expect(hide).toHaveCount(0);
  await expect(page.getByText(`${title} won’t be recommended again.`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(hide).toBeVisible();

  await hide.click();
  await expect(page.getByText(`${title} won’t be recommended again.`)).toBeVisible();
  await page.goto('/mine/hidden');
  await page.getByRole('button', { name: `Let ${title} be recommended again` }).click();
  await expect(page.getByText('No film is hidden.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: `Let ${title} be recommended again` })).toBeVisible();
});

test('a refusal puts things back and says so', async ({ page }) => {
  await page.goto('/mine');
  const stars = page.getByRole('group', { name: 'Your stars for Heat' });
  await expect(stars.getByRole('radio', { name: 'four and a half stars' })).toBeChecked();
  await page.route('**/api/v1/me/ratings/*', (route) => route.abort());
  await stars.getByRole('radio').first().focus();
  await page.keyboard.press('1');
  await expect(page.getByText('Your stars for Heat could not be saved.')).toBeVisible();
  await expect(stars.getByRole('radio', { name: 'four and a half stars' })).toBeChecked();
  await page.unroute('**/api/v1/me/ratings/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(stars.getByRole('radio', { name: 'one star', exact: true })).toBeChecked();
});
