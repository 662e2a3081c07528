/* An account: what is kept comes out whole and goes away whole, and devices end when they are told to. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { liked, rate, register, signIn, somebody } from '../support/accounts';
import { expect, test } from '../support/test';

test('takes everything along, and leaves for good', async ({ page }) => {
  const who = await register(page);
  await rate(page);
  await page.goto('/account');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download everything' }).click()]);
  expect(download.suggestedFilename()).toBe('matinee.zip');
  const files = unzipSync(readFileSync(await download.path()));
  const ratings = Object.keys(files).find((name) => name.endsWith('ratings.csv')) ?? '';
  expect(Object.keys(files)).toContain(ratings);
  expect(strFromU8(files[ratings] as Uint8Array).trim().split('\n')).toHaveLength(liked.length + 1);
  expect(Object.entries(files).some(([name, content]) => name.endsWith('.json') && strFromU8(content).includes(who.loginName))).toBe(true);

  const leave = page.getByRole('region', { name: 'Delete the account' });
  const deed = leave.getByRole('button', { name: 'Delete the account for good' });
  await expect(deed).toBeDisabled();
  const password = leave.getByLabel('Your password, to be sure it is you', { exact: true });
  await password.fill('not that one');
  await deed.click();
  await expect(leave.getByText('That is not the password of this account.')).toBeVisible();
  await password.fill(who.password);
  await deed.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account is deleted' })).toBeVisible();
  await expect(page.getByRole('row', { name: `Ratings ${liked.length}` })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();

  await page.goto('/sign-in');
  await page.getByLabel('Login name').fill(who.loginName);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The login name or the password is not right.')).toBeVisible();
});

test('two devices: signing out everywhere ends the other at once', async ({ page, browser, watch, baseURL }) => {
  const who = await register(page, somebody(), 'The sofa');
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  await watch(elsewhere);
  const other = await elsewhere.newPage();
  await signIn(other, who, 'The train');
  await other.goto('/account');
  await expect(other.getByText('The train')).toBeVisible();

  await page.goto('/account');
  const devices = page.getByRole('region', { name: 'Devices' });
  await expect(devices.getByRole('listitem').filter({ hasText: 'The sofa' })).toContainText('this device');
  await expect(devices.getByRole('listitem').filter({ hasText: 'The train' })).toBeVisible();
  await devices.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();

  expect((await elsewhere.request.get('/api/v1/me')).status()).toBe(401);
  await other.getByRole('button', { name: 'Download everything' }).click();
  await expect(other.getByText('You are not signed in.')).toBeVisible();
  await other.reload();
  await expect(other.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await elsewhere.close();
});

test('wrong words are told beside their fields', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Login name').fill('demo');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Password', { exact: true }).fill(somebody().password);
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Somebody has this name already.')).toBeVisible();
});
