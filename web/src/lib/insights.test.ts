import { expect, it } from 'vitest';
import { bend, ties } from './insights';

it('tells who can’t be told apart from the first', () =>
  expect(
    ties([
      { name: 'a', value: { value: 0.5, low: 0.45, high: 0.55 } },
      { name: 'b', value: { value: 0.47, low: 0.43, high: 0.51 } },
      { name: 'c', value: { value: 0.3, low: 0.25, high: 0.35 } },
      { name: 'd', value: null },
    ]),
  ).toEqual(['b']));

it('claims no ties without intervals', () => expect(ties([{ name: 'a', value: { value: 1 } }, { name: 'b', value: { value: 1 } }])).toEqual([]));

it('finds the bend', () => {
  expect(bend([{ portraits: 2, inertia: 9, depth: 0 }, { portraits: 5, inertia: 4, depth: 0.3 }, { portraits: 9, inertia: 3, depth: 0.1 }])).toBe(5);
  expect(bend([])).toBeUndefined();
});
