/* Looking for a film, and at one. */
import { filmId, lookAround, rateAsGuest } from '../support/accounts';
import { expect, test } from '../support/test';

test('search: a slip of the keys, suggestions by keyboard, the film', async ({ page }) => {
  await page.goto('/privacy');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Search films and people' });
  await expect(box).toBeFocused();
  await page.keyboard.type('spirted awya');
  const options = page.getByRole('option');
  await expect(options.filter({ hasText: 'Spirited Away' })).toBeVisible();
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options.first()).toContainText('Spirited Away');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Spirited Away/ })).toBeVisible();
  await expect(page).toHaveTitle(/^Spirited Away \(2001\)/);

  // What was looked up lately is offered again, and Escape closes.
  await page.keyboard.press('/');
  await expect(options.filter({ hasText: 'Spirited Away' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
});

test('search: no film, and a way on', async ({ page }) => {
  await page.goto('/search?q=qqqzzzxxx');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing here is called');
  await expect(page.getByRole('link', { name: 'All films, with filters' })).toBeVisible();
});

test('film page: facts, what others gave, what it is worth to me, and why', async ({ page }) => {
  await lookAround(page);
  await page.goto(`/film/${await filmId(page, 'The Departed')}`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(/The Departed\s*2006/);
  await expect(main.getByText('Directed by')).toBeVisible();
  await expect(main.getByRole('link', { name: 'Martin Scorsese' })).toHaveAttribute('href', '/discover?person=Martin%20Scorsese');
  await expect(main.getByText(/[\d.]+ on average, from [\d,]+ ratings\./)).toBeVisible();
  await expect(main.getByText(/most likely between \d\.\d and \d\.\d/)).toBeVisible();
  await expect(main.getByRole('region', { name: 'More like this' }).getByRole('article').first()).toBeVisible();

  await main.getByText('Why for you?').click();
  await expect(main.getByText(/How much of it each of your ratings has to say/)).toBeVisible();
  await main.getByRole('button', { name: /^Not because of this/ }).first().click();
  await expect(main.getByText(/^Without that it (would be|is still) \d\.\d for you/)).toBeVisible();

  // The histogram's table says the same to who can't see the columns.
  await main.getByText('Show the numbers').first().click();
  await expect(main.getByRole('table').first().getByRole('row')).toHaveCount(11);
});

test('discover: filters are in the address, and Back undoes them', async ({ page }) => {
  await page.goto('/discover');
  const count = page.getByRole('status').filter({ hasText: /films?$/ });
  await expect(count).toContainText('More than 48 films');
  await page.getByRole('button', { name: 'Genre' }).click();
  await page.getByRole('checkbox', { name: /^Crime/ }).check();
  await expect(page).toHaveURL(/genres=Crime/);
  await page.getByRole('checkbox', { name: /^Drama/ }).check();
  await page.getByRole('radio', { name: 'all of them' }).check();
  await page.getByRole('combobox', { name: 'Decade' }).selectOption('1970');
  await expect(page).toHaveURL(/match=all/);
  await expect(page).toHaveURL(/decade=1970/);
  await expect(count).toContainText(/^\d+ films$/);
  const years = await page.locator('main article .year').allTextContents();
  expect(years.every((year) => year.startsWith('197')), years.join()).toBe(true);

  await page.goBack();
  await expect(page).not.toHaveURL(/decade/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Take away: Crime' })).toBeVisible();
  await page.getByRole('button', { name: 'Take away: Crime' }).click();
  await expect(page).not.toHaveURL(/Crime/);
});

test('discover: more films as one scrolls, a footer that can be reached, and Back to the same place', async ({ page }) => {
  await page.goto('/discover?sort=rating');
  const films = page.locator('main article');
  await expect(films).toHaveCount(48);
  for (const many of [96, 144]) {
    await films.last().scrollIntoViewIfNeeded();
    await expect(films).toHaveCount(many);
  }
  await expect(page).toHaveURL(/page=3/);
  // After three pages the next one has to be asked for.
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'More films' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeInViewport();

  const chosen = films.nth(100);
  await chosen.scrollIntoViewIfNeeded();
  const title = (await chosen.locator('.name .title').textContent()) ?? '';
  const place = await page.evaluate(() => scrollY);
  await chosen.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await page.goBack();
  await expect(films).toHaveCount(144);
  await expect(chosen.locator('.name .title')).toHaveText(title);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
});

test('a guest’s own ratings count on a film’s page too', async ({ page }) => {
  await rateAsGuest(page);
  await page.goto(`/film/${await filmId(page, 'The Departed')}`);
  await expect(page.getByText(/most likely between \d\.\d and \d\.\d/)).toBeVisible();
});

test('which portrait is mine: said among the people like me, and drawn in my taste', async ({ page }) => {
  await lookAround(page);
  await page.goto('/mine/people');
  const nearest = page.getByText(/^Your taste is nearest to “.+”\./);
  await expect(nearest).toBeVisible();
  const name = /“(.+)”/.exec((await nearest.textContent()) ?? '')?.[1] ?? '';
  await page.goto('/mine/taste');
  const drawn = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'My portrait' }) });
  await expect(drawn).toContainText(`Your taste is nearest to “${name}”.`);
  await expect(drawn.getByRole('img')).toHaveAccessibleName(/nearest to/);
});

for (const [path, atLeast] of [['/model', 10], ['/mine/taste', 3]] as const) {
  test(`${path}: every chart says in words what it shows, and has its figures in a table`, async ({ page }) => {
    await lookAround(page);
    await page.goto(path);
    const figures = page.locator('main figure');
    // Sections are loaded when they are about to be seen: down the page until they all are.
    await expect(async () => {
      await page.mouse.wheel(0, 2000);
      expect(await figures.count()).toBeGreaterThanOrEqual(atLeast);
    }).toPass({ timeout: 10_000 });
    for (let i = 0; i < (await figures.count()); i++) {
      const figure = figures.nth(i);
      await expect(figure.getByRole('img').first()).toHaveAccessibleName(/\w+ \w+/);
      await figure.getByText('Show the numbers').click();
      expect(await figure.getByRole('table').first().getByRole('row').count()).toBeGreaterThan(1);
    }
  });
}
