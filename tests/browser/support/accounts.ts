import { randomUUID } from 'node:crypto';
import { expect, type BrowserContext, type Page } from '@playwright/test';

export interface Credentials {
  loginName: string;
  password: string;
}

/** Somebody who knows what they like: the first start makes them. */
export const demo: Credentials = { loginName: 'demo', password: 'matinee-demo' };

/** Films that the bundled catalogue has, found by their titles: numbers are the catalogue's own. */
export const liked = ['Heat', 'Alien', 'Chinatown', 'Fargo', 'Seven Samurai', 'Blade Runner', 'Moon', 'Taxi Driver'] as const;

/** Somebody new, by the name that nobody has. */
export function somebody(): Credentials {
  return { loginName: `viewer-${randomUUID().slice(0, 12)}`, password: 'a quiet matinee, row seven' };
}

/** Makes an account, signed in in the page's browser. */
export async function register(page: Page, who = somebody(), device = 'Test'): Promise<Credentials> {
  await change(page, 'POST', '/api/v1/accounts', { ...who, useCookie: true, device });
  return who;
}

export async function signIn(page: Page, who = demo, device = 'Test'): Promise<void> {
  await change(page, 'POST', '/api/v1/sessions', { ...who, useCookie: true, device });
}

let session: Parameters<BrowserContext['addCookies']>[0] | undefined;

/** The demo viewer, by one session for all tests of a worker: for who only looks. Signing in costs what it costs somebody who guesses. */
export async function lookAround(page: Page): Promise<void> {
  if (session) return page.context().addCookies(session);
  await signIn(page);
  session = await page.context().cookies();
}

/** Gives stars to films as the one who is signed in; gives the films. */
export async function rate(page: Page, titles: readonly string[] = liked, stars = 4.5): Promise<{ movieId: number; title: string }[]> {
  const films = await Promise.all(titles.map(async (title) => ({ movieId: await filmId(page, title), title })));
  await change(page, 'PUT', '/api/v1/me/ratings', { ratings: films.map(({ movieId }) => ({ movieId, stars })) });
  return films;
}

/** Ratings on the device of somebody without an account, there before the first page. */
export async function rateAsGuest(page: Page, titles: readonly string[] = liked, stars = 4.5): Promise<void> {
  const ratings = await Promise.all(titles.map(async (title) => ({ movieId: await filmId(page, title), stars })));
  await page.addInitScript((kept) => localStorage.getItem('matinee.guest') ?? localStorage.setItem('matinee.guest', kept), JSON.stringify({ ratings, skipped: [] }));
}

const known = new Map<string, number>();

export async function filmId(page: Page, title: string): Promise<number> {
  const kept = known.get(title);
  if (kept !== undefined) return kept;
  const answer = await page.request.get(`/api/v1/search?q=${encodeURIComponent(title)}&limit=10`);
  const { items } = (await answer.json()) as { items: { id: number; title: string }[] };
  const id = items.find((film) => film.title === title)?.id;
  if (id === undefined) throw new Error(`The catalogue has no film called ${title}.`);
  known.set(title, id);
  return id;
}

/** A change over the API with the browser's own cookie, as a page of the site makes it. */
export async function change(page: Page, method: string, path: string, data?: unknown): Promise<void> {
  const answer = await page.request.fetch(path, { method, data, headers: { origin: process.env['MATINEE_ADDRESS'] ?? '' } });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
}
