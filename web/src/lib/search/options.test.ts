import { expect, test } from 'vitest';
import { everything, lately, suggested } from './options';
import type { Answer } from './suggester.svelte';

const heat = { id: 6, title: 'Heat', year: 1995, genres: ['Crime'], directors: ['Michael Mann'] };
const answerFor = (typed: string, films: object[], people: object[]): Answer => ({ typed, suggestions: { films, people } as Answer['suggestions'] });

test('films come before people that fit no better, and the search for everything is last', () => {
  const groups = suggested(answerFor('heat', [heat], [{ name: 'Heather Graham', films: 3 }]), 'heat');

  expect(groups.map((group) => group.kind)).toEqual(['films', 'people', 'everything']);
  expect(groups[0]?.options[0]).toMatchObject({ label: 'Heat', href: '/film/6', keep: 'Heat (1995)' });
  expect(groups[2]?.options).toEqual([everything('heat')]);
});

test('a person whose name was typed comes before films that only resemble it', () => {
  const groups = suggested(answerFor('michael mann', [{ ...heat, title: 'Michael' }], [{ name: 'Michael Mann', films: 4 }]), 'michael mann');

  expect(groups[0]?.kind).toBe('people');
  expect(groups[0]?.options[0]?.href).toBe('/discover?person=Michael%20Mann');
});

test('what was typed is kept whole in addresses', () => {
  expect(everything('a&b #1').href).toBe('/search?q=a%26b%20%231');
});

test('nothing looked up lately is no group', () => {
  expect(lately([])).toEqual([]);
});
