import { expect, it, vi } from 'vitest';
import { greatest, once, ties, upper } from './insights';

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

it('finds the greatest, the first where several are', () => {
  expect(greatest([3, 7, 7, 1].map((value, i) => ({ value, i })), (one) => one.value)).toEqual({ value: 7, i: 1 });
  expect(greatest([], Number)).toBeUndefined();
});

it('asks once, and again after a failure', async () => {
  const ask = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('down')).mockResolvedValue(7);
  const asked = once(ask);

  await expect(asked()).rejects.toThrow('down');
  expect(await Promise.all([asked(), asked()])).toEqual([7, 7]);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('begins with a capital', () => expect(upper('half a star')).toBe('Half a star'));
