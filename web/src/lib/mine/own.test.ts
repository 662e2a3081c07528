import { expect, it } from 'vitest';
import { arrange, sortOf } from './own';

const rated = [
  { film: { id: 1, title: 'Léon' }, stars: 4 },
  { film: { id: 2, title: 'Heat' }, stars: 5 },
  { film: { id: 3, title: 'The Heat of the Night' }, stars: 2 },
];
const ids = (...[sort, words]: [Parameters<typeof arrange>[1], string]) => arrange(rated, sort, words).map((one) => one.film.id);

it('sorts by time and stars', () => {
  expect(ids('newest', '')).toEqual([3, 2, 1]);
  expect(ids('oldest', '')).toEqual([1, 2, 3]);
  expect(ids('highest', '')).toEqual([2, 1, 3]);
  expect(ids('lowest', '')).toEqual([3, 1, 2]);
});

it('finds words in titles, with or without accents', () => {
  expect(ids('newest', 'leon')).toEqual([1]);
  expect(ids('newest', 'NIGHT heat')).toEqual([3]);
});

it('takes an unknown order for the usual one', () => expect(sortOf('x')).toBe('newest'));
