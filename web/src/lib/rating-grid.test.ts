import { expect, it } from 'vitest';
import { fill, replace } from './rating-grid';

const film = (id: number) => ({ movie: { id } });
const ids = (films: readonly ({ movie: { id: number } } | undefined)[]) => films.map((one) => one?.movie.id);

it('replaces in place', () => {
  const { shown, spare } = replace({ shown: [film(1), film(2), film(3)], spare: [film(4), film(5)] }, [2]);
  expect(ids(shown)).toEqual([1, 4, 3]);
  expect(ids(spare)).toEqual([5]);
});

it('leaves a place empty until there is something for it', () => {
  const after = replace({ shown: [film(1), film(2)], spare: [] }, [1]);
  expect(ids(after.shown)).toEqual([undefined, 2]);
  const filled = fill(after, [film(2), film(6), film(7)]);
  expect(ids(filled.shown)).toEqual([6, 2]);
  expect(ids(filled.spare)).toEqual([7]);
});
