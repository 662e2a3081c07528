/* Everything by keyboard alone, and always to be seen where it is. */
import type { Page } from '@playwright/test';
import { settled } from '../support/looks';
import { expect, test } from '../support/test';

/** What has the focus, and whether a ring is drawn around it or around what it stands for. */
function focused(page: Page): Promise<{ name: string; hasRing: boolean; isOnScreen: boolean }> {
  return page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    const ringed = [one, one.closest('label'), one.closest('.stars'), one.closest('form')].filter((element) => element !== null);
    const hasRing = ringed.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    const box = one.getBoundingClientRect();
    const name = one.closest('fieldset')?.querySelector('legend')?.textContent ?? one.ariaLabel ?? one.textContent ?? '';
    return { name: `${one.tagName.toLowerCase()} ${name.trim()}`, hasRing, isOnScreen: box.bottom > 0 && box.top < innerHeight };
  });
}

test('the whole rating grid', async ({ page }) => {
  await page.goto('/rate');
  const grid = page.getByRole('region', { name: 'Films to rate' });
  await expect(grid.getByRole('group')).toHaveCount(18);
  await settled(page);
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('a Skip to the content');
  await page.keyboard.press('Enter');
  const reached: string[] = [];
  let rated = 0;
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    expect.soft(now, now.name).toMatchObject({ hasRing: true, isOnScreen: true });
    reached.push(now.name);
    if (now.name.startsWith('input Your stars for')) {
      await page.keyboard.press('3');
      rated++;
      await expect(grid.getByRole('radio', { name: 'three stars', checked: true })).toHaveCount(rated);
    }
    if (now.name === 'button More films to rate') break;
  }
  expect(rated).toBe(18);
  expect(reached.filter((name) => name.includes('Another film'))).toHaveLength(18);

  // Skipping keeps the focus where the next film comes.
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('button', { name: /^Haven’t seen it/ })).toHaveCount(18);
  await settled(page);
  const skip = grid.getByRole('button', { name: /^Haven’t seen it/ }).first();
  await skip.focus();
  const before = await skip.getAttribute('aria-label');
  await page.keyboard.press('Enter');
  await expect(skip).not.toHaveAttribute('aria-label', before ?? '');
  await expect(skip).toBeFocused();
});

test('from anywhere to a film and back by search, and through the menus', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('kurosawa');
  await expect(page.getByRole('option', { name: /Akira Kurosawa/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Films with Akira Kurosawa' })).toBeVisible();
  await settled(page);
  const seen = new Set<string>();
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.name.startsWith('body')) break;
    expect.soft(now, now.name).toMatchObject({ hasRing: true, isOnScreen: true });
    seen.add(now.name);
  }
  expect([...seen].some((name) => name.includes('Seven Samurai'))).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL('/');
});

test('the genres open and close, and give the focus back', async ({ page }) => {
  await page.goto('/discover');
  const opener = page.getByRole('button', { name: 'Genre' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/genres=/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('skipping faster than films come keeps the focus where it is', async ({ page }) => {
  await page.route('**/onboarding/movies*', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  await page.goto('/rate');
  await page.getByRole('button', { name: /^Haven’t seen it/ }).first().focus();
  // More than are held in reserve.
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  }
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Haven’t seen it/);
});
