/* The list for one viewer: why each film is there, what it would be without a rating, and an address that makes the same list again. */
import type { Page } from '@playwright/test';
import { rate, register } from '../support/accounts';
import { settled } from '../support/looks';
import { expect, test } from '../support/test';

const films = (page: Page) => page.locator('main ol > li h2 a');

test('shares add up, “not because of this” recomputes, and the address carries it', async ({ page }) => {
  await register(page);
  const rated = await rate(page);
  await page.goto('/list?seed=7');
  await expect(films(page).first()).toBeVisible();
  await settled(page);
  await page.getByRole('button', { name: /^Why\? / }).first().click();
  const dialog = page.getByRole('dialog');
  const lead = dialog.getByText(/^Its score is/);
  await expect(lead).toBeVisible();
  const all = dialog.getByRole('button', { name: /^All \d+ ratings$/ });
  if (await all.isVisible()) await all.click();
  const [, score, base] = /Its score is (-?[\d.]+)\. Of that, (-?[\d.]+)/.exec((await lead.textContent()) ?? '') ?? [];
  const shares = await dialog.locator('li .value .quiet').allTextContents();
  expect(shares).toHaveLength(rated.length);
  const sum = shares.reduce((before, share) => before + Number(share.replace('−', '-')), Number(base));
  expect(Math.abs(sum - Number(score)), `${base} and ${shares.join(', ')} make ${score}`).toBeLessThan(0.0006 * (shares.length + 1));

  const weightiest = (await dialog.locator('li .what a').first().textContent()) ?? '';
  const id = rated.find((film) => film.title === weightiest)?.movieId;
  await dialog.getByRole('button', { name: `Not because of this: ${weightiest}` }).click();
  await expect(page).toHaveURL(new RegExp(`[?&]seed=7(&|$).*not=${id}|not=${id}.*seed=7`));
  await expect(dialog.getByRole('heading', { name: 'Not counted' })).toBeVisible();
  await expect(dialog.locator('li .what a')).toHaveCount(rated.length - 1);
  await expect(lead).not.toContainText(`Its score is ${score}.`);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await settled(page);
  const without = await films(page).allTextContents();
  await page.reload();
  await expect(films(page).first()).toBeVisible();
  await settled(page);
  expect(await films(page).allTextContents(), 'the same address makes the same list').toEqual(without);
  await page.getByRole('button', { name: `Let ${weightiest} count again` }).click();
  await expect(page).not.toHaveURL(/not=/);
});

test('dials and seed are in the address, and change the list', async ({ page }) => {
  await register(page);
  await rate(page);
  await page.goto('/list?seed=7');
  await expect(films(page).first()).toBeVisible();
  await settled(page);
  const usual = await films(page).allTextContents();
  const dial = page.getByRole('slider', { name: 'Popularity' });
  await dial.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/popularity=-1/);
  await expect(page.getByText(/less known films/)).toBeVisible();
  await settled(page);
  const rare = await films(page).allTextContents();
  expect(rare).not.toEqual(usual);

  const copy = await page.context().newPage();
  await copy.goto(page.url());
  await expect(films(copy).first()).toBeVisible();
  await settled(copy);
  expect(await films(copy).allTextContents()).toEqual(rare);
  await copy.close();

  await page.getByRole('button', { name: 'All as usual' }).click();
  await expect(page).not.toHaveURL(/popularity/);
  await expect.poll(() => films(page).allTextContents()).toEqual(usual);
  await page.getByRole('button', { name: 'Shuffle again' }).click();
  await expect(page).toHaveURL(/seed=(?!7(&|$))\d+/);
  await page.goBack();
  await expect(page).toHaveURL(/seed=7$/);
});
