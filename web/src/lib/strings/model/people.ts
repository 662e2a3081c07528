import { count as counted } from '../../intl';

/* Kinds of viewers. */

export const portraits = {
  none: 'There are too few people for portraits yet.',
  hidden: (count: number) => (count === 1 ? 'One smaller group is not shown.' : `${counted(count)} smaller groups are not shown.`),
  sizes: { title: 'How large they are', sentence: (name: string, share: string) => `“${name}” is the largest: ${share} of the viewers.`, axis: 'share of viewers, %', column: 'Portrait', count: 'Share', people: 'People' },
  elbow: {
    title: 'How many there are: the elbow',
    sentence: (knee: number) => `The curve bends most at ${knee}: more portraits would tell little more.`,
    axis: 'spread within portraits, % of the first',
    column: 'Portraits',
    count: 'Spread',
    depth: 'Below the chord',
    smallest: 'People in the smallest',
  },
  silhouette: {
    title: 'How many there are: the silhouette',
    sentence: (chosen: number, value: string) => `With ${chosen} it is ${value}: 1 would be portraits far apart, 0 portraits that run into each other.`,
    axis: 'mean silhouette, −1 to 1',
    count: 'Silhouette',
  },
  axisX: 'number of portraits',
  chosen: (count: number) => `chosen: ${count}`,
  rule: 'How the number is chosen',
  radars: 'What each watches',
  radarsSentence: 'How many times as much of a genre as everyone. The dashed ring is everyone.',
  radar: (genre: string, times: string) => `Most of all ${genre}: ${times} times everyone’s share.`,
  times: (lift: string) => `${lift}×`,
  genre: 'Genre',
  lift: 'Times everyone’s',
  share: 'Share of their ratings',
  affinity: 'Stars beyond expected',
} as const;

export const map = {
  title: 'Where viewers of each portrait lie',
  sentence: (first: string, second: string) => `From left to right lies ${first} of all that viewers differ in, from bottom to top ${second}.`,
  empty: 'No square of the map has people enough to be shown.',
  note: 'A larger mark stands for more people.',
  privacy: 'Who is on the map',
  axisX: (share: string) => `first component (${share})`,
  axis: (share: string) => `second component (${share})`,
  legend: 'Portraits to show',
  column: 'Portrait',
  shown: 'People shown',
  squares: 'Squares',
  centre: 'Their middle',
} as const;

export const correlations = {
  view: 'Compare',
  kinds: { traits: 'habits and age', portraits: 'portraits', likes: 'liking of genres', watches: 'watching of genres' },
  against: (rows: string, columns: string) => `${rows} with ${columns}`,
  itself: (kind: string) => `${kind}, with each other`,
  map: 'The squares',
  none: 'Too little is known of too few people to compare anything.',
  sentence: (row: string, column: string, r: string) => `“${row}” and “${column}” go together most: ${r}.`,
  legend: 'Orange goes together, blue goes against each other; the number is Pearson’s r. A dot marks what is more than chance: of all that are marked, about one in twenty is not.',
  ids: 'Ids are no features',
  first: 'One',
  second: 'Other',
  r: 'r',
  people: 'People',
  adjusted: 'p, adjusted',
  least: (digits: number) => `< ${10 ** -digits}`,
  marked: 'More than chance',
  yes: 'yes',
  no: 'no',
  circular: 'made of it',
} as const;
