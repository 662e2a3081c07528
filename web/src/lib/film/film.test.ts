import { expect, it } from 'vitest';
import { minutes } from '../strings/format';
import { columnsOf, peakOf } from './histogram';
import { readReview } from './review';

it('makes columns of counts', () => {
  const columns = columnsOf([0, 0, 0, 0, 0, 1, 0, 2, 1, 0]);
  expect(columns[7]).toEqual({ stars: 4, ratings: 2, part: 0.5, height: 1 });
  expect(peakOf(columns)).toBe(columns[7]);
});

it('has no peak where nobody has rated', () => {
  expect(peakOf(columnsOf(Array<number>(10).fill(0)))).toBeUndefined();
  expect(columnsOf(Array<number>(10).fill(0))[0]).toEqual({ stars: 0.5, ratings: 0, part: 0, height: 0 });
});

it('tells simulated reviews from those of people', () => {
  expect(readReview('[Simulated] Neither good nor bad.')).toEqual({ words: 'Neither good nor bad.', isSimulated: true });
  expect(readReview('They say [Simulated] a lot.')).toEqual({ words: 'They say [Simulated] a lot.', isSimulated: false });
});

it.each([
  [45, '45 min'],
  [60, '1 h'],
  [130, '2 h 10 min'],
])('writes %d minutes as %s', (all, words) => expect(minutes(all)).toBe(words));
