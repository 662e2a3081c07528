import { expect, it } from 'vitest';
import { kindOf, nameOf, strongest, viewOf, views } from './correlations';
import { moved, throughYears, totals } from './genres';
import { filled, yearOf } from './periods';

const genres = [
  { genre: 'War', ratings: 30, share: 0.1, meanStars: 3.9 },
  { genre: 'Drama', ratings: 90, share: 0.45, meanStars: 3.6 },
  { genre: 'Drama', year: 2025, ratings: 50, share: 0.4, meanStars: 3.5 },
  { genre: 'Drama', year: 2024, ratings: 40, share: 0.5, meanStars: 3.75 },
  { genre: 'War', year: 2025, ratings: 30, share: 0.1, meanStars: 3.9 },
];

it('puts the largest genres first, of all years', () => {
  expect(totals(genres, 5).map((one) => one.genre)).toEqual(['Drama', 'War']);
  expect(totals(genres, 1)).toHaveLength(1);
});

it('draws a genre through its years in order, and none of a single year', () => {
  const lines = throughYears(genres, 5);
  expect(lines).toEqual([{ name: 'Drama', points: [{ x: 2024, share: 0.5, meanStars: 3.75 }, { x: 2025, share: 0.4, meanStars: 3.5 }] }]);
  expect(moved(lines, (point) => point.share)).toEqual({ name: 'Drama', from: 0.5, to: 0.4 });
  expect(moved([], (point) => point.share)).toBeUndefined();
});

it('fills days, months and years in which nothing came', () => {
  expect(filled([{ period: '2024-02-28', ratings: 1, meanStars: 3 }, { period: '2024-03-01', ratings: 2 }], 'days').map((one) => [one.period, one.ratings])).toEqual([
    ['2024-02-28', 1],
    ['2024-02-29', 0],
    ['2024-03-01', 2],
  ]);
  expect(filled([{ period: '2024-11', ratings: 1 }, { period: '2025-02', ratings: 2 }], 'months').map((one) => one.period)).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
  expect(filled([{ period: '1996', ratings: 1 }, { period: '1999', ratings: 2 }], 'years')).toHaveLength(4);
  expect(filled([], 'days')).toEqual([]);
});

it('lays months along years', () => {
  expect(yearOf('2024-01')).toBe(2024);
  expect(yearOf('2024-07')).toBe(2024.5);
  expect(yearOf('2024')).toBe(2024);
});

const table = {
  columns: ['mean stars', 'age', 'likes War', 'likes Drama', 'watches War', 'portrait: Fans of war'],
  cells: [
    { row: 0, column: 2, r: 0.2, count: 50, adjusted: 0.01 },
    { row: 1, column: 2, r: -0.5, count: 40, adjusted: 0.2 },
    { row: 2, column: 3, r: 0.1, count: 50, adjusted: 0.04 },
    { row: 2, column: 5, r: 0.7, count: 50, adjusted: 0.0001 },
  ],
};

it('tells kinds of columns apart, and names them without their kind', () => {
  expect(table.columns.map(kindOf)).toEqual(['traits', 'traits', 'likes', 'likes', 'watches', 'portraits']);
  expect(table.columns.map(nameOf)).toEqual(['mean stars', 'age', 'War', 'Drama', 'War', 'Fans of war']);
});

it('cuts a view out of the table, whichever way round a pair is kept', () => {
  const view = viewOf(table, ['traits', 'portraits'], 'likes');
  expect([view.rows, view.columns]).toEqual([[0, 1, 5], [2, 3]]);
  expect(view.cell(0, 0)).toEqual({ r: 0.2, count: 50, adjusted: 0.01, isMarked: true });
  expect(view.cell(1, 0)?.isMarked).toBe(false);
  expect(view.cell(2, 0)?.r).toBe(0.7);
  expect(view.cell(0, 1)).toBeUndefined();
});

it('marks nothing of portraits, which are made of what they are compared with', () => expect(viewOf(table, ['portraits'], 'likes').cell(0, 0)?.isMarked).toBe(false));

it('lists the strongest pairs, either way, each once', () => {
  expect(strongest(table, viewOf(table, ['traits', 'portraits'], 'likes')).slice(0, 2).map((one) => [one.row, one.r])).toEqual([['portrait: Fans of war', 0.7], ['age', -0.5]]);
  expect(strongest(table, viewOf(table, ['likes'], 'likes'))).toHaveLength(1);
});

it('shows every kind in some view', () => expect(new Set(views.flatMap((view) => [...view.rows, view.columns])).size).toBe(4));
