/**
 * Addresses and pages. Small enough to be ours: the router that Svelte's own framework brings needs a script inside the page, which the
 * content security policy forbids.
 */
import { tick } from 'svelte';

/** What an address leads to. */
export interface Route {
  name: string;
  /** Such as /film/:id; a part with a colon is a parameter. */
  path: string;
}

/** Where the viewer is. */
export interface Place {
  name: string;
  parameters: Record<string, string>;
  query: URLSearchParams;
  path: string;
}

interface Entry {
  key: string;
  scroll: number;
}

const notFound = 'not-found';
const longestWait = 3000;

class Router {
  #routes: readonly Route[] = [];
  #key = '';
  /** Where to scroll to when the page of the place has been shown. */
  #goal: number | undefined;
  /** Not the first page any more. */
  #hasMoved = false;
  #stopScrolling: (() => void) | undefined;
  #place = $state.raw<Place>({ name: notFound, parameters: {}, query: new URLSearchParams(), path: '/' });

  /** The place that the address names. */
  get place(): Place {
    return this.#place;
  }

  /** The name of this entry of the history: what a page kept for Back is kept under it. */
  get key(): string {
    return this.#key;
  }

  /** Begins to follow the address. */
  start(routes: readonly Route[]): void {
    this.#routes = routes;
    history.scrollRestoration = 'manual';
    this.#key = entry().key;
    if (!isEntry(history.state)) history.replaceState({ key: this.#key, scroll: 0 }, '');
    this.#place = match(this.#routes, new URL(location.href));
    this.#goal = entry().scroll;
    addEventListener('popstate', () => void this.#arrive(entry().scroll));
    addEventListener('pagehide', () => this.#keepScroll());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  /** Goes to an address of the site; replacing changes the address without a new entry of the history. */
  go(address: string, replace = false): void {
    this.#keepScroll();
    const url = new URL(address, location.href);
    const next: Entry = { key: replace ? this.#key : newKey(), scroll: replace ? scrollY : 0 };
    history[replace ? 'replaceState' : 'pushState'](next, '', url);
    void this.#arrive(replace ? null : 0);
  }

  /** Changes parts of the query: null takes one away. */
  setQuery(changes: Record<string, string | null>, replace = true): void {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    if (url.href !== location.href) this.go(url.href, replace);
  }

  async #arrive(scroll: number | null): Promise<void> {
    const from = this.#place.path;
    this.#key = entry().key;
    this.#stopScrolling?.();
    if (scroll !== null) this.#goal = scroll;
    this.#place = match(this.#routes, new URL(location.href));
    // Another page has to be loaded and shown first; it settles then.
    if (from !== this.#place.path) return;
    await tick();
    this.#reach();
  }

  /** The page of the place has been shown. */
  settle(): void {
    if (this.#goal === undefined) return;
    // Who listens to the page hears where they are; who sees it must not lose their place by going back.
    if (this.#hasMoved) document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    this.#hasMoved = true;
    this.#reach();
  }

  /** Scrolls to where the entry of the history was left, as soon as the page is long enough, unless the viewer goes on themselves. */
  #reach(): void {
    const goal = this.#goal;
    this.#goal = undefined;
    if (goal === undefined) return;
    scrollTo({ top: goal, behavior: 'instant' });
    if (scrollY >= goal - 1) return;
    const stop = new AbortController();
    const observer = new ResizeObserver(() => {
      scrollTo({ top: goal, behavior: 'instant' });
      if (scrollY >= goal - 1) this.#stopScrolling?.();
    });
    const patience = setTimeout(() => this.#stopScrolling?.(), longestWait);
    this.#stopScrolling = () => {
      observer.disconnect();
      clearTimeout(patience);
      stop.abort();
      this.#stopScrolling = undefined;
    };
    for (const sign of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(sign, () => this.#stopScrolling?.(), { signal: stop.signal, passive: true });
    observer.observe(document.body);
  }

  #keepScroll(): void {
    history.replaceState({ key: this.#key, scroll: scrollY }, '');
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    this.go(link.href);
  }
}

/** The one router. */
export const router = new Router();

/** Finds the place of an address. */
export function match(routes: readonly Route[], url: URL): Place {
  const parts = url.pathname.split('/').filter(Boolean);
  for (const route of routes) {
    const pattern = route.path.split('/').filter(Boolean);
    if (pattern.length !== parts.length) continue;
    const parameters: Record<string, string> = {};
    const fits = pattern.every((part, i) => {
      if (!part.startsWith(':')) return part === parts[i];
      parameters[part.slice(1)] = decode(parts[i] as string);
      return true;
    });
    if (fits) return { name: route.name, parameters, query: url.searchParams, path: url.pathname };
  }
  return { name: notFound, parameters: {}, query: url.searchParams, path: url.pathname };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && 'key' in state && 'scroll' in state;
}

function entry(): Entry {
  return isEntry(history.state) ? history.state : { key: newKey(), scroll: 0 };
}

function newKey(): string {
  return Math.random().toString(36).slice(2, 10);
}
