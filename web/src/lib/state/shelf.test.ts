import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const calls: string[] = [];
let refuses = false;

vi.mock('../api/client', () => {
  const change = (verb: string) => (path: string, { params }: { params: { path: { movieId: number } } }) => {
    calls.push(`${verb} ${path.replace('/api/v1/me/', '').replace('{movieId}', String(params.path.movieId))}`);
    return refuses ? Promise.reject(new TypeError('no connection')) : Promise.resolve({});
  };
  return { api: { GET: () => Promise.resolve({ data: { items: [{ movie: { id: 7 } }], nextCursor: null } }), PUT: change('PUT'), DELETE: change('DELETE') } };
});
vi.mock('./viewer.svelte', () => ({ viewer: { isSignedIn: true, account: { id: 'a' }, ready: () => Promise.resolve() } }));

const film = { id: 7, title: 'Heat' };

describe('shelf', () => {
  beforeEach(() => {
    vi.resetModules();
    calls.length = 0;
    refuses = false;
  });
  afterEach(() => vi.restoreAllMocks());

  async function make() {
    const { shelf } = await import('./shelf.svelte');
    const { toasts } = await import('./toasts.svelte');
    return { shelf, toasts };
  }

  it('shows a change at once, and takes a hidden film off the watchlist', async () => {
    const { shelf, toasts } = await make();
    await shelf.ready('watchlist');
    expect(shelf.has('watchlist', 7)).toBe(true);
    const saved = shelf.put('not-interested', film);
    expect(shelf.has('not-interested', 7)).toBe(true);
    expect(shelf.has('watchlist', 7)).toBe(false);
    expect(await saved).toBe(true);
    expect(calls).toEqual(['PUT not-interested/7']);
    expect(toasts.all.at(-1)?.kind).toBe('done');
  });

  it('undoes on all shelves, off first', async () => {
    const { shelf, toasts } = await make();
    await shelf.ready('watchlist');
    await shelf.put('not-interested', film);
    toasts.all.at(-1)?.action?.run();
    await vi.waitFor(() => expect(calls).toEqual(['PUT not-interested/7', 'DELETE not-interested/7', 'PUT watchlist/7']));
    expect(shelf.has('watchlist', 7)).toBe(true);
    expect(shelf.has('not-interested', 7)).toBe(false);
  });

  it('takes a refused change back and says so', async () => {
    const { shelf, toasts } = await make();
    refuses = true;
    expect(await shelf.put('seen', film)).toBe(false);
    expect(shelf.has('seen', 7)).toBe(false);
    expect(toasts.all.at(-1)?.kind).toBe('failed');
  });
});
