import { expect, it } from 'vitest';
import { cut, digitsOf, placeOf, ticks } from './scale';

it.each([
  [0, 10, [0, 2.5, 5, 7.5, 10]],
  [0, 7, [0, 2, 4, 6, 8]],
  [0, 0, [0, 0.5, 1].slice(0, 1)],
  [0.81, 0.93, [0.8, 0.85, 0.9, 0.95]],
])('puts ticks from %d to %d', (low, high, expected) => {
  const found = ticks(low, high);
  expect(found[0]).toBeLessThanOrEqual(low);
  expect(found.at(-1)).toBeGreaterThanOrEqual(high);
  if (high > low) expect(found).toEqual(expected);
});

it.each([
  [2, [0, 1, 2]],
  [10, [0, 5, 10]],
  [1, [0, 1]],
])('counts up to %d in whole steps', (most, expected) => expect(ticks(0, most, 4, true)).toEqual(expected));

it('tells how many digits ticks need', () => {
  expect(digitsOf([0, 2, 4])).toBe(0);
  expect(digitsOf([0, 2.5])).toBe(1);
  expect(digitsOf([0.8, 0.85])).toBe(2);
});

it('places values, also where all are the same', () => {
  expect(placeOf(5, 0, 10, 100, 200)).toBe(150);
  expect(placeOf(5, 5, 5, 100, 200)).toBe(100);
});

it('cuts long labels', () => expect(cut('Documentary', 6)).toBe('Docum…'));
