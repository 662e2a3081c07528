import { expect, it } from 'vitest';
import { along, linear, logarithmic } from './axis';
import { fullColourFrom, heat, stands } from './heat';
import { apart, logPlaceOf, logTicks, ticks } from './scale';
import { colourOf, outlineOf, patternOf } from './series';

it.each([
  [1, 1000, [1, 10, 100, 1000]],
  [3, 420, [1, 10, 100, 1000]],
  [0.00002, 0.5, [0.00001, 0.0001, 0.001, 0.01, 0.1, 1]],
  [5, 5, [1, 10]],
  [1, 1e9, [1, 100, 1e4, 1e6, 1e8, 1e10]],
])('puts powers of ten from %d to %d', (low, high, expected) => expect(logTicks(low, high)).toEqual(expected));

it('counts in whole numbers', () => {
  expect(ticks(2024, 2026, 4, true)).toEqual([2024, 2025, 2026]);
  expect(ticks(2, 15, 4, true).every(Number.isInteger)).toBe(true);
});

it('places the same ratio at the same distance', () => {
  expect(logPlaceOf(10, 1, 1000, 0, 300)).toBeCloseTo(100);
  expect(logPlaceOf(100, 1, 1000, 0, 300)).toBeCloseTo(200);
  const axis = logarithmic('ratings', [4, 700]);
  expect(along(axis, 1, 50, 350)).toBeCloseTo(50);
  expect(along(axis, 1000, 50, 350)).toBeCloseTo(350);
  expect(axis.steps.map(axis.write)).toEqual(['1', '10', '100', '1,000']);
});

it('writes the steps of an axis with as many digits as tell them apart', () => {
  const axis = linear('stars', [3.42, 3.61]);
  expect(axis.steps.map(axis.write)).toEqual(['3.40', '3.45', '3.50', '3.55', '3.60', '3.65']);
});

it('moves labels apart in their order', () => {
  expect(apart([100, 104, 20], 16, 0, 200)).toEqual([100, 116, 20]);
  expect(apart([195, 199, 190], 16, 0, 200)).toEqual([184, 200, 168]);
  expect(apart([-5, 3], 16, 0, 200)).toEqual([0, 16]);
});

it('colours what goes together and what goes against, stronger where it is more', () => {
  expect(heat(0)).toContain(' 0%');
  expect(heat(0.3)).toContain('--heat-above');
  expect(heat(-0.3)).toContain('--heat-below');
  expect(heat(fullColourFrom)).toBe(heat(1));
  expect(heat(0.2)).not.toBe(heat(0.3));
});

it('marks what stands after correction', () => {
  expect(stands(0.05)).toBe(true);
  expect(stands(0.0501)).toBe(false);
});

it('gives fifty-six series looks of their own', () => {
  const looks = Array.from({ length: 56 }, (_, i) => `${colourOf(i)} ${outlineOf(i, 0, 0, 5)}`);
  expect(new Set(looks).size).toBe(56);
  expect(new Set(Array.from({ length: 7 }, (_, i) => patternOf(i))).size).toBe(7);
});
