import { describe, expect, it } from 'vitest';
import { farthest, tasteOf } from './taste';

const films = [
  { stars: 5, year: 1974, genres: ['Drama'], directors: ['A'], meanStars: 4 },
  { stars: 4.5, year: 1979, genres: ['Drama', 'War'], directors: ['A'], meanStars: 3.5 },
  { stars: 4, year: 1995, genres: ['Drama'], directors: ['B'], meanStars: 3 },
  { stars: 0.5, year: null, genres: [], meanStars: null },
];

describe('tasteOf', () => {
  const taste = tasteOf(films);

  it('counts stars by halves', () => expect(taste.stars).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 1, 1]));

  it('compares only films of which everyone’s mean is known', () => {
    expect(taste.compared).toBe(3);
    expect(taste.own).toBe(4.5);
    expect(taste.others).toBe(3.5);
  });

  it('puts the most watched genre first', () => expect(taste.genres[0]).toEqual({ genre: 'Drama', count: 3, share: 0.75, own: 4.5, others: 3.5, compared: 3 }));

  it('leaves no decade out between two', () =>
    expect(taste.decades).toEqual([
      { decade: 1970, count: 2 },
      { decade: 1980, count: 0 },
      { decade: 1990, count: 1 },
    ]));

  it('names directors of several films', () => expect(taste.directors).toEqual([{ name: 'A', count: 2, mean: 4.75 }]));

  it('is empty for nothing', () => expect(tasteOf([])).toMatchObject({ count: 0, own: undefined, genres: [], decades: [] }));
});

describe('farthest', () => {
  it('finds where the viewer stands out', () => expect(farthest(tasteOf(films).genres)).toMatchObject({ genre: 'Drama', by: 1 }));
  it('is silent about few films', () => expect(farthest(tasteOf(films.slice(0, 2)).genres)).toBeUndefined());
});
