/* A service at another address than the site, as with the Free plan of Static Web Apps: no cookie reaches it, a token does. */
import { somebody } from '../support/accounts';
import { startElsewhere, type Elsewhere } from '../support/elsewhere';
import { settled } from '../support/looks';
import { expect, test } from '../support/test';

// In one worker, so that the site is built once.
test.describe.configure({ mode: 'default' });

let elsewhere: Elsewhere;

test.beforeAll(async () => {
  elsewhere = await startElsewhere();
});

test.afterAll(() => elsewhere.stop());

const kept = 'matinee.session';

test('signs up, rates, comes back, takes everything along and signs out', async ({ page, context }) => {
  const who = somebody();
  const token = (): Promise<string | null> => page.evaluate((key) => localStorage.getItem(key), kept);
  const signedIn = page.getByRole('banner').getByRole('link', { name: 'Sign in' });

  await page.goto(`${elsewhere.site}/sign-up`);
  await page.getByLabel('Login name').fill(who.loginName);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(signedIn).toHaveCount(0);
  const first = await token();
  expect(first).toMatch(/^\S+\.[\w-]{43}$/);

  await page.goto(`${elsewhere.site}/rate`);
  await settled(page);
  await expect(signedIn).toHaveCount(0);
  await page.getByRole('radio', { name: 'four stars' }).first().focus();
  await page.keyboard.press('4');
  await expect(page.getByRole('status').getByText(': four stars.')).toBeVisible();
  await page.goto(`${elsewhere.site}/account`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download everything' }).click()]);
  expect(download.suggestedFilename()).toBe('matinee.zip');

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(await token()).toBeNull();
  await page.reload();
  await expect(signedIn).toBeVisible();

  // The service has ended it, too, and never saw or set a cookie.
  const refused = await fetch(`${elsewhere.service}/api/v1/me`, { headers: { authorization: `Bearer ${first}` } });
  expect(refused.status).toBe(401);
  expect(elsewhere.asked.filter((request) => request.headers.cookie !== undefined)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('a session that was ended elsewhere is forgotten here', async ({ page }) => {
  const body = JSON.stringify({ ...somebody(), device: 'The sofa' });
  const answer = await fetch(`${elsewhere.service}/api/v1/accounts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { token } = (await answer.json()) as { token: string };
  await page.goto(`${elsewhere.site}/privacy`);
  await page.evaluate(([key, value]) => localStorage.setItem(key as string, value as string), [kept, token]);
  await page.goto(`${elsewhere.site}/account`);
  await expect(page.getByRole('listitem').filter({ hasText: 'The sofa' })).toContainText('this device');

  await fetch(`${elsewhere.service}/api/v1/me/sessions`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  await page.getByRole('button', { name: 'Download everything' }).click();
  await expect(page.getByText('You are not signed in.')).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), kept)).toBeNull();
  await page.reload();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('pages may connect to the service and to nothing else', async ({ page, faults }) => {
  const home = await page.goto(elsewhere.site);
  expect(home?.headers()['content-security-policy']).toContain(`connect-src 'self' ${elsewhere.service};`);
  await settled(page);
  await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
  await expect.poll(() => faults.some((fault) => fault.includes('violates connect-src: http://127.0.0.1:9/'))).toBe(true);
  faults.length = 0;
});
