import { describe, expect, it } from 'vitest';
import { askingOf, priceOf, settingsOf } from './dials';

const read = (query: string) => settingsOf(new URLSearchParams(query));
const facts = (meanPredictedStars: number | null, meanPopularityPercentile = 0.9, meanLikeness = 0.4) => ({ meanPredictedStars, meanPopularityPercentile, meanLikeness });

describe('the settings of a list', () => {
  it('are as usual where the address says nothing', () => {
    expect(read('')).toEqual({ variety: 0.3, popularity: 0, recency: 0, seed: undefined, genres: [], not: [] });
    expect(askingOf(read(''))).toEqual({});
  });

  it('are read and asked with', () =>
    expect(askingOf(read('variety=0&popularity=-0.5&seed=7&genres=Drama,Sci-Fi,Drama&not=3,12'))).toEqual({
      variety: 0,
      popularity: -0.5,
      seed: 7,
      genres: ['Drama', 'Sci-Fi'],
      notBecauseOf: [3, 12],
    }));

  it('leave alone what makes no sense', () => expect(askingOf(read('variety=2&popularity=x&recency=&seed=-1&not=a,,4&seed=1'))).toEqual({ notBecauseOf: [4] }));
});

describe('the price of a dial', () => {
  it.each([
    [facts(4.01), facts(4.01), false, 'Predicted mean 4.0, with the dials as usual.'],
    [facts(3.9, 0.4), facts(4), true, 'Predicted mean 3.9 instead of 4.0, less known films.'],
    [facts(4, 0.9, 0.2), facts(4), true, 'Predicted mean 4.0, as with the dials left alone, less like each other.'],
    [facts(null, 0.95, 0.4), facts(null, 0.9), true, 'With the dials turned, better known films.'],
    [facts(null), facts(null), true, ''],
  ])('is said in a sentence (%#)', (now, usual, turned, words) => expect(priceOf(now, usual, turned)).toBe(words));
});
