import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { api } from '../api/client';
import { wordsOf } from '../api/problem';
import type { FirstPageChange, SentRating } from '../api/types';
import { text } from '../strings';
import { toasts } from './toasts.svelte';
import { viewer } from './viewer.svelte';

const key = 'matinee.guest';
const most = 500;

interface Kept {
  ratings: SentRating[];
  skipped: number[];
}

/**
 * The viewer's own stars: with the account where there is one, else on this device alone, until they sign up and take them along.
 * What is shown changes at once; if the service refuses, it changes back.
 */
class Ratings {
  readonly #stars = new SvelteMap<number, number>();
  readonly #skipped = new SvelteSet<number>();
  #edition = $state(0);
  #loaded: Promise<void> | undefined;

  /** Counts the changes: what depends on ratings looks at this to be made anew. */
  get edition(): number {
    return this.#edition;
  }

  get count(): number {
    return this.#stars.size;
  }

  get skipped(): readonly number[] {
    return [...this.#skipped];
  }

  starsOf(film: number): number | undefined {
    return this.#stars.get(film);
  }

  /** All of them, as lists for nobody in particular are asked with. */
  all(): SentRating[] {
    return [...this.#stars].slice(-most).map(([movieId, stars]) => ({ movieId, stars }));
  }

  /** Loads them once. */
  ready(): Promise<void> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  /** Begins anew: somebody has signed in or out. */
  async reload(): Promise<void> {
    this.#stars.clear();
    this.#loaded = undefined;
    await this.ready();
    this.#edition++;
  }

  /** Rates a film, or takes the rating back; says so, with a way back. A review that goes with it comes back with it. */
  async rate(film: { id: number; title: string; review?: string | null | undefined }, stars: number | undefined, canUndo = true): Promise<void> {
    const before = this.#stars.get(film.id);
    if (before === stars) return;
    this.#set(film.id, stars);
    try {
      const change = await this.#save(film.id, stars);
      this.#edition++;
      const words = stars === undefined ? text.rating.removed(film.title) : text.rating.saved(film.title, stars, change?.entered.length ?? 0);
      toasts.done(words, canUndo ? { label: text.undo, run: () => void this.#undo(film, before, stars === undefined) } : undefined);
    } catch (error) {
      this.#set(film.id, before);
      toasts.failed(`${text.rating.failed(film.title)} ${wordsOf(error).what}`, { label: text.retry, run: () => void this.rate(film, stars, canUndo) });
    }
  }

  /** The viewer does not know a film: it need not be asked for again. */
  skip(film: number): void {
    this.#skipped.add(film);
    this.#keep();
  }

  /** Gives the account what was rated on this device before there was one; gives how many. */
  async takeAlong(): Promise<number> {
    const { ratings } = read();
    if (ratings.length > 0) await api.PUT('/api/v1/me/ratings', { body: { ratings } });
    localStorage.removeItem(key);
    this.#skipped.clear();
    return ratings.length;
  }

  async #undo(film: { id: number; title: string; review?: string | null | undefined }, stars: number | undefined, wasRemoved: boolean): Promise<void> {
    await this.rate(film, stars, false);
    if (!wasRemoved || !film.review || !viewer.isSignedIn || this.#stars.get(film.id) !== stars) return;
    const review = film.review;
    const put = (): Promise<unknown> =>
      api
        .PUT('/api/v1/me/ratings/{movieId}/review', { params: { path: { movieId: film.id } }, body: { text: review } })
        .catch((error: unknown) => toasts.failed(`${text.rating.failed(film.title)} ${wordsOf(error).what}`, { label: text.retry, run: () => void put() }));
    await put();
  }

  #set(film: number, stars: number | undefined): void {
    if (stars === undefined) this.#stars.delete(film);
    else this.#stars.set(film, stars);
  }

  async #save(film: number, stars: number | undefined): Promise<FirstPageChange | null | undefined> {
    if (!viewer.isSignedIn) {
      this.#keep();
      return undefined;
    }
    const params = { path: { movieId: film } };
    if (stars === undefined) {
      await api.DELETE('/api/v1/me/ratings/{movieId}', { params });
      return undefined;
    }
    const { data } = await api.PUT('/api/v1/me/ratings/{movieId}', { params, body: { stars } });
    return data?.firstPage;
  }

  #keep(): void {
    if (!viewer.isSignedIn) localStorage.setItem(key, JSON.stringify({ ratings: this.all(), skipped: [...this.#skipped] } satisfies Kept));
  }

  async #load(): Promise<void> {
    await viewer.ready();
    if (!viewer.isSignedIn) {
      const kept = read();
      for (const { movieId, stars } of kept.ratings) this.#stars.set(movieId, stars);
      for (const film of kept.skipped) this.#skipped.add(film);
      return;
    }
    let cursor: string | undefined;
    do {
      const { data } = await api.GET('/api/v1/me/ratings', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } });
      for (const item of data?.items ?? []) this.#stars.set(item.movie.id, item.stars);
      cursor = data?.nextCursor ?? undefined;
    } while (cursor);
  }
}

function read(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as Partial<Kept>;
    return { ratings: kept.ratings ?? [], skipped: kept.skipped ?? [] };
  } catch {
    return { ratings: [], skipped: [] };
  }
}

export const ratings = new Ratings();
