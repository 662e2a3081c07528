import { describe, expect, it } from 'vitest';
import { match, type Route } from './router.svelte';

const routes: Route[] = [
  { name: 'home', path: '/' },
  { name: 'film', path: '/film/:id' },
  { name: 'watchlist', path: '/mine/watchlist' },
];
const at = (path: string) => match(routes, new URL(path, 'http://localhost'));

describe('match', () => {
  it.each([
    ['/', 'home'],
    ['/film/7', 'film'],
    ['/film/7/', 'film'],
    ['/mine/watchlist', 'watchlist'],
    ['/mine', 'not-found'],
    ['/film', 'not-found'],
    ['/film/7/more', 'not-found'],
  ])('%s is %s', (path, name) => expect(at(path).name).toBe(name));

  it('reads parameters and the query', () => {
    const place = at('/film/a%20b?from=x');
    expect(place.parameters).toEqual({ id: 'a b' });
    expect(place.query.get('from')).toBe('x');
  });

  it('takes a broken escape as it stands', () => expect(at('/film/%E0%A4%A').parameters['id']).toBe('%E0%A4%A'));
});
