import { spoken } from './index';

const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const plain = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const and = new Intl.ListFormat('en', { type: 'conjunction' });

/** A part of a sentence: words, or the film at a place in the list it was made of. */
export type Part = string | number;

/** "Because you liked [0] and [1]": a sentence around films that become links. */
function around(before: string, count: number, after = ''): Part[] {
  const names = Array.from({ length: count }, (_, i) => String(i));
  const middle = and.formatToParts(names).map((part) => (part.type === 'element' ? Number(part.value) : part.value));
  return [before, ...middle, after].filter((part) => part !== '');
}

function count(many: number, one: string, more: string): string {
  return `${plain.format(many)} ${many === 1 ? one : more}`;
}

/** The words of the lists: home, the first ratings, the list for one viewer, and what is on a viewer's shelves. */
export const home = {
  shelf: {
    watchlist: {
      put: (title: string) => `${title} is on your watchlist.`,
      removed: (title: string) => `${title} is off your watchlist.`,
      failed: (title: string) => `Your watchlist could not be changed for ${title}.`,
    },
    seen: {
      put: (title: string) => `${title} is marked as seen.`,
      removed: (title: string) => `${title} is no longer marked as seen.`,
      failed: (title: string) => `${title} could not be marked.`,
    },
    'not-interested': {
      put: (title: string) => `${title} won’t be recommended again.`,
      removed: (title: string) => `${title} may be recommended again.`,
      failed: (title: string) => `${title} could not be hidden.`,
    },
    signIn: 'Sign in to keep films on your shelves.',
    toSignIn: 'Sign in',
  },
  loading: 'One moment: the films are coming.',
  title: 'Films worth an evening',
  rows: {
    forYou: () => 'For you',
    forPeopleLikeYou: () => 'For people like you',
    popular: () => 'Liked by many',
    becauseYouLiked: (args: Record<string, string>) => `Because you liked ${args['title'] ?? ''}`,
    peopleLikeYou: () => 'From people with your taste',
    portraitFavourites: (args: Record<string, string>) => (args['portrait'] ? `Favourites of “${args['portrait']}”` : 'Favourites of people like you'),
    hot: () => 'Hot now',
    hiddenGems: () => 'Hidden gems',
    new: () => 'New, and not rated by anyone yet',
  } satisfies Record<string, (args: Record<string, string>) => string>,
  otherRow: 'More films',
  reason: {
    liked: (films: number) => around('Because you liked ', films),
    alsoLiked: (films: number) => around('You also liked ', films),
    rated: (films: number) => around('Often watched by those who watched ', films),
    andLiked: (before: string, films: number) => around(`${before}, and you liked `, films),
    popular: 'Liked by many',
    hot: 'Rated by many just now',
    people: (people: number) => `Liked by ${count(people, 'person', 'people')} with your taste`,
    portrait: 'Liked by people like you',
    new: 'Nobody has rated it yet',
    hiddenGem: 'Known to few, and much to your taste',
    taste: (genre: string) => `You like ${genre.toLowerCase()}`,
    tasteUnknown: 'Fits the genres you like',
  },
  predicted: (stars: number, low: number, high: number) => ({ stars: tenth.format(stars), range: `${tenth.format(low)}–${tenth.format(high)}`, words: 'for you' }),
  newcomer: {
    title: 'Films worth an evening',
    first: 'Give stars to films you know and skip the ones you don’t.',
    second: 'Your list forms as you go, and every film in it says why it is there.',
    done: 'Show my films',
    more: 'What others watch',
    ask: 'Rate more films',
    improve: (rated: number) => `Made from ${count(rated, 'rating', 'ratings')}. More make it better.`,
  },
  rate: {
    title: 'Rate films',
    lead: 'Stars for what you have seen; skip the rest. Nothing is too long ago.',
    grid: 'Films to rate',
    skip: 'Haven’t seen it',
    skipLabel: (title: string) => `Haven’t seen it: ${title}`,
    next: 'Another film',
    coming: 'Another film is on its way',
    nextLabel: (title: string) => `Another film in place of ${title}`,
    replaced: (old: string, now: string) => `${old} makes way for ${now}.`,
    more: 'More films to rate',
    none: 'That was every film we had to ask for. Rate others from their own pages.',
    progress: (rated: number, goal: number) =>
      rated === 0
        ? `Rate ${plain.format(goal)} films for a first list of your own.`
        : rated < goal
          ? `${plain.format(rated)} of ${plain.format(goal)} ratings to a first list of your own.`
          : `${count(rated, 'rating', 'ratings')}. The list is yours; every further one sharpens it.`,
    progressLabel: 'Ratings to a first list',
    keep: 'What you rate stays on this device.',
    signUp: 'Sign up to keep it',
  },
  forming: {
    title: 'Your list so far',
    everybodys: 'Everybody’s list',
    hint: 'It turns into yours with the first stars.',
    all: 'The whole list',
    failed: 'The list could not be made just now.',
  },
  list: {
    title: 'Your list',
    lead: (rated: number) => (rated === 0 ? 'What many like. Rate a few films, and it becomes yours.' : `Made from ${count(rated, 'rating', 'ratings')} of yours.`),
    rateSome: 'Rate films',
    dials: 'Dials and genres',
    variety: { label: 'Variety', low: 'Much alike', high: 'All different' },
    popularity: { label: 'Popularity', low: 'Little known', high: 'Well known' },
    recency: { label: 'Age', low: 'Older', high: 'Newer' },
    dial: { usual: 'as usual', towards: (end: string, part: number) => `${percent.format(part)} towards “${end.toLowerCase()}”`, whole: (part: number) => percent.format(part) },
    reset: 'All as usual',
    shuffle: 'Shuffle again',
    genres: 'Genres',
    anyGenre: 'Any genre',
    not: 'Not because of',
    countAgain: (title: string) => `Let ${title} count again`,
    more: 'More films',
    end: 'That is the whole list.',
    none: 'No film fits. Choose fewer genres or let more ratings count.',
    why: 'Why?',
    whyLabel: (title: string) => `Why? ${title}`,
    hide: 'Not interested',
    hideLabel: (title: string) => `Not interested in ${title}`,
    watchlist: 'Watchlist',
    watchlistLabel: (title: string) => `${title} on your watchlist`,
    minutes: (minutes: number) => `${plain.format(minutes)} min`,
    price: {
      usual: (stars: string) => `Predicted mean ${stars}, with the dials as usual.`,
      same: (stars: string) => `Predicted mean ${stars}, as with the dials left alone`,
      other: (stars: string, usual: string) => `Predicted mean ${stars} instead of ${usual}`,
      unknown: 'With the dials turned',
      lessKnown: 'less known films',
      betterKnown: 'better known films',
      moreAlike: 'more like each other',
      lessAlike: 'less like each other',
    },
  },
  why: {
    title: (title: string) => `Why ${title}?`,
    lead: (score: number, base: number) => `Its score is ${exact.format(score)}. Of that, ${exact.format(base)} is what anyone would see; the rest comes from your ratings:`,
    leadless: 'None of your ratings speaks for it: it is there because many like it.',
    share: 'Share of the score',
    percent: (part: number) => percent.format(part),
    exact: (value: number) => exact.format(value),
    drop: (value: number) => `Without this rating the score falls by ${exact.format(value)}.`,
    given: (stars: number) => `you gave it ${spoken(stars)}`,
    stars: (stars: number) => `${tenth.format(stars)}`,
    ignore: 'Not because of this',
    ignoreLabel: (title: string) => `Not because of this: ${title}`,
    ignored: 'Not counted',
    back: 'Count it again',
    backLabel: (title: string) => `Count it again: ${title}`,
    all: (many: number) => `All ${plain.format(many)} ratings`,
    unknownFilm: 'A film you rated',
  },
} as const;

/** Numbers as these pages write them. */
export const written = { tenth: (value: number) => tenth.format(value), list: (words: readonly string[]) => and.format(words) };
