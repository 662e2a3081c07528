import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { api } from '../api/client';
import { wordsOf } from '../api/problem';
import type { ShelfName } from '../api/types';
import { router } from '../router.svelte';
import { text } from '../strings';
import { home } from '../strings/home';
import { toasts } from './toasts.svelte';
import { viewer } from './viewer.svelte';

interface ShelfFilm {
  id: number;
  title: string;
}

const names: readonly ShelfName[] = ['watchlist', 'seen', 'not-interested'];

/** What goes off when a film comes onto a shelf: the service does the same. */
const excludes: Record<ShelfName, readonly ShelfName[]> = { watchlist: ['not-interested'], seen: ['watchlist'], 'not-interested': ['watchlist'] };

/**
 * What stands on the viewer's shelves. A change shows at once and is told with a way back; if the service refuses, it is taken back.
 * Shelves belong to accounts: who has none is asked to sign in.
 */
class Shelves {
  readonly #films: Record<ShelfName, SvelteSet<number>> = { watchlist: new SvelteSet(), seen: new SvelteSet(), 'not-interested': new SvelteSet() };
  readonly #loaded = new SvelteMap<ShelfName, Promise<void>>();
  #owner: string | undefined;
  #edition = $state(0);

  /** Counts the saved changes: what depends on shelves looks at this to be made anew. */
  get edition(): number {
    return this.#edition;
  }

  has(name: ShelfName, film: number): boolean {
    return this.#films[name].has(film);
  }

  /** Loads a shelf once; without an account there is nothing to load. */
  async ready(name: ShelfName): Promise<void> {
    await viewer.ready();
    this.#follow();
    let loading = this.#loaded.get(name);
    if (!loading) {
      loading = this.#load(name).catch((error: unknown) => {
        this.#loaded.delete(name);
        throw error;
      });
      this.#loaded.set(name, loading);
    }
    await loading;
  }

  put(name: ShelfName, film: ShelfFilm, canUndo = true): Promise<boolean> {
    return this.#change(name, film, true, canUndo);
  }

  remove(name: ShelfName, film: ShelfFilm, canUndo = true): Promise<boolean> {
    return this.#change(name, film, false, canUndo);
  }

  /** Onto the shelf, or off it where the film is on it already. */
  toggle(name: ShelfName, film: ShelfFilm): Promise<boolean> {
    return this.#change(name, film, !this.has(name, film.id), true);
  }

  /** True when the service has taken the change. */
  async #change(name: ShelfName, film: ShelfFilm, on: boolean, canUndo: boolean): Promise<boolean> {
    if (!viewer.isSignedIn) {
      toasts.failed(home.shelf.signIn, { label: home.shelf.toSignIn, run: () => router.go('/sign-in') });
      return false;
    }
    this.#follow();
    const before = names.filter((one) => this.has(one, film.id));
    this.#show(name, film.id, on);
    if (on) for (const other of excludes[name]) this.#show(other, film.id, false);
    const words = home.shelf[name];
    try {
      await save(name, film.id, on);
      this.#edition++;
      toasts.done(on ? words.put(film.title) : words.removed(film.title), canUndo ? { label: text.undo, run: () => void this.#undo(film, before) } : undefined);
      return true;
    } catch (error) {
      this.#restore(film.id, before);
      toasts.failed(`${words.failed(film.title)} ${wordsOf(error).what}`, { label: text.retry, run: () => void this.#change(name, film, on, canUndo) });
      return false;
    }
  }

  /** Puts a film back where it was before a change, on all shelves. */
  async #undo(film: ShelfFilm, before: readonly ShelfName[]): Promise<void> {
    const now = names.filter((one) => this.has(one, film.id));
    const off = now.filter((one) => !before.includes(one));
    const on = before.filter((one) => !now.includes(one));
    this.#restore(film.id, before);
    try {
      // Off first: what comes onto a shelf takes the film off others by itself.
      for (const name of off) await save(name, film.id, false);
      for (const name of on) await save(name, film.id, true);
      this.#edition++;
    } catch (error) {
      this.#restore(film.id, now);
      toasts.failed(wordsOf(error).what, { label: text.retry, run: () => void this.#undo(film, before) });
    }
  }

  #restore(film: number, on: readonly ShelfName[]): void {
    for (const name of names) this.#show(name, film, on.includes(name));
  }

  #show(name: ShelfName, film: number, on: boolean): void {
    if (on) this.#films[name].add(film);
    else this.#films[name].delete(film);
  }

  /** Somebody else sits here now: what was known is not theirs. */
  #follow(): void {
    const owner = viewer.account?.id;
    if (owner === this.#owner) return;
    this.#owner = owner;
    this.#loaded.clear();
    for (const name of names) this.#films[name].clear();
  }

  async #load(name: ShelfName): Promise<void> {
    if (!viewer.isSignedIn) return;
    const owner = this.#owner;
    const found: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 200, ...(cursor ? { cursor } : {}) };
      const { data } = await api.GET(`/api/v1/me/${name}`, { params: { query } });
      for (const item of data?.items ?? []) found.push(item.movie.id);
      cursor = data?.nextCursor ?? undefined;
    } while (cursor);
    if (owner === this.#owner) for (const film of found) this.#films[name].add(film);
  }
}

async function save(name: ShelfName, movieId: number, on: boolean): Promise<void> {
  const params = { path: { movieId } };
  if (on) await api.PUT(`/api/v1/me/${name}/{movieId}`, { params });
  else await api.DELETE(`/api/v1/me/${name}/{movieId}`, { params });
}

export const shelf = new Shelves();
