import { count as counted } from '../../intl';

/* What the model learned from. */

export const ratings = {
  coverage: (people: string, films: string, ratings: string, half: string) => `${people} people have given ${films} films ${ratings} ratings. Half of them are of only ${half} of the films.`,
  facts: {
    sparsity: 'Pairs of a viewer and a film without a rating',
    catalogue: 'Films of the catalogue that anyone has rated',
    mean: 'Mean of all stars',
    medianPeople: 'Films rated by the viewer in the middle',
    medianFilms: 'Ratings of the film in the middle',
    giniFilms: 'Gini of ratings over films',
    giniPeople: 'Gini of ratings over people',
  },
  gini: 'A Gini coefficient is 0 where all have the same, and nearly 1 where one has everything.',
  stars: { title: 'Stars given', sentence: (stars: string, share: string) => `${stars} are given most often: ${share} of all ratings.`, axis: 'ratings', axisX: 'stars', column: 'Stars', count: 'Ratings' },
  time: {
    title: 'When they came',
    grain: 'Ratings a',
    grains: { days: 'day', months: 'month', years: 'year' },
    sentence: (period: string, count: number) => `The busiest was ${period}, with ${counted(count)} ratings.`,
    axis: { days: 'ratings a day', months: 'ratings a month', years: 'ratings a year' },
    note: 'Days of the last year in which any rating came; times are UTC.',
    column: 'Period (UTC)',
    count: 'Ratings',
    mean: 'Mean stars',
    few: 'of too few',
  },
  mean: {
    title: 'Mean stars through time',
    sentence: (first: string, from: string, last: string, to: string) => `In ${first} the mean was ${from} stars, in ${last} it was ${to}.`,
    axis: 'mean stars',
    axisX: 'month',
    note: 'Months with 20 ratings or more.',
  },
  people: {
    title: 'Ratings per viewer',
    sentence: (median: string) => `Half of the viewers have rated ${median} films or more; a few have rated very many.`,
    axis: 'share of viewers, per count (log)',
    axisX: 'films rated (log)',
    column: 'Films rated',
    count: 'Viewers',
  },
  films: {
    title: 'Ratings per film',
    sentence: (median: string) => `Half of the films have ${median} ratings or more; a few have very many.`,
    axis: 'share of films, per count (log)',
    axisX: 'ratings (log)',
    column: 'Ratings',
    count: 'Films',
  },
  density: 'Share per count',
  range: (from: number, to: number) => (from === to ? counted(from) : `${counted(from)}–${counted(to)}`),
} as const;

export const genres = {
  all: { title: 'Genres', sentence: (genre: string, share: string, best: string, stars: string) => `${genre} has the largest share, ${share} of all ratings; ${best} is liked best, with ${stars} stars.`, axis: 'share of ratings, %' },
  column: 'Genre',
  ratings: 'Ratings',
  year: 'Year',
  stars: 'Mean stars',
  popular: { title: 'How popular they are', moved: (name: string, from: string, to: string) => `${name} has changed most: from ${from} of the ratings in the first year to ${to} in the last.`, axis: 'share of ratings, %' },
  liked: { title: 'How well liked they are', moved: (name: string, from: string, to: string) => `${name} has changed most: from ${from} stars in the first year to ${to} in the last.`, axis: 'mean stars' },
  axisX: 'year of the rating',
} as const;
