import { describe, expect, it } from 'vitest';
import type { Reason } from './api/types';
import { sentenceOf } from './reasons';

const liked = (movieId: number, title: string): Reason => ({ kind: 'becauseYouLiked', movieId, title }) as Reason;
const other = (kind: Reason['kind'], more: Partial<Reason> = {}): Reason => ({ kind, ...more }) as Reason;
const read = (...[reasons, most, without]: Parameters<typeof sentenceOf>) =>
  sentenceOf(reasons, most, without)
    .map((part) => (typeof part === 'string' ? part : `[${part.title}]`))
    .join('');

describe('sentenceOf', () => {
  const heat = liked(1, 'Heat');
  const fargo = liked(2, 'Fargo');
  const alien = liked(3, 'Alien');

  it('names the films that speak for it', () => {
    expect(read([heat])).toBe('Because you liked [Heat]');
    expect(read([heat, fargo, other('popular')])).toBe('Because you liked [Heat] and [Fargo]');
    expect(read([heat, fargo, alien])).toBe('Because you liked [Heat], [Fargo], and [Alien]');
    expect(read([heat, fargo, alien], 1)).toBe('Because you liked [Heat]');
  });

  it('does not name the film of the row again', () => {
    expect(read([heat, fargo, alien], 2, 1)).toBe('You also liked [Fargo] and [Alien]');
    expect(read([heat], 2, 1)).toBe('');
  });

  it('begins with what the row is about', () => {
    expect(read([other('hot'), heat, fargo])).toBe('Rated by many just now, and you liked [Heat]');
    expect(read([other('peopleLikeYou', { people: 4 })])).toBe('Liked by 4 people with your taste');
    expect(read([other('matchesTaste', { genre: 'Drama' })])).toBe('You like drama');
    expect(read([other('likedByPortrait')])).toBe('Liked by people like you');
    expect(read([other('popular')])).toBe('Liked by many');
  });

  it('has nothing to say of nothing', () => expect(read([])).toBe(''));
});
