/** Every word of the site, in one place: English now, others beside it when they come. */
export const text = {
  name: 'Matinee',
  close: 'Close',
  skip: 'Skip to the content',
  mainMenu: 'Main menu',
  retry: 'Try again',
  undo: 'Undo',
  offline: 'You are offline. What needs the connection waits until it is back.',
  seeAll: 'See all',
  row: { back: (title: string) => `Back in ${title}`, on: (title: string) => `On in ${title}` },
  predicted: {
    short: (stars: number) => `${stars.toFixed(1)} for you`,
    range: (low: number, high: number) => `most likely between ${low.toFixed(1)} and ${high.toFixed(1)}`,
  },
  menu: { home: 'For you', discover: 'Discover', mine: 'Mine', rate: 'Rate films', signIn: 'Sign in', account: 'Account' },
  theme: { label: 'House lights', system: 'As the system', dark: 'Auditorium', light: 'Lobby' },
  footer: { model: 'How it recommends', privacy: 'Privacy', source: 'The interface', line: 'Films worth an evening, and why.' },
  search: { label: 'Search films and people', placeholder: 'Search films and people' },
  problems: {
    offline: { what: 'You are offline.', cure: 'What you have opened before may still be here. The rest comes back with the connection.' },
    unreachable: { what: 'Matinee can’t be reached.', cure: 'It may be your connection or ours. Try again in a moment.' },
    internal_error: { what: 'Something went wrong at our end.', cure: 'Nothing you did is lost. Try again in a moment.' },
    store_unavailable: { what: 'Matinee is very busy.', cure: 'Nothing is lost. Try again in a moment.' },
    rate_limited: { what: 'That was very fast.', cure: 'Wait a moment, and go on.' },
    unauthenticated: { what: 'You are not signed in.', cure: 'Sign in, and come back to this page.' },
    movie_not_found: { what: 'There is no such film here.', cure: 'Search for it by its title.' },
  } satisfies Record<string, { what: string; cure?: string }>,
  rating: {
    legend: (title: string) => `Your stars for ${title}`,
    stars: (stars: number) => spoken(stars),
    saved: (title: string, stars: number, entered: number) =>
      `${title}: ${spoken(stars)}.${entered === 0 ? '' : entered === 1 ? ' One film came up because of it.' : ` ${entered} films came up because of it.`}`,
    removed: (title: string) => `Your stars for ${title} are taken back.`,
    failed: (title: string) => `Your stars for ${title} could not be saved.`,
  },
} as const;

const whole = ['no', 'one', 'two', 'three', 'four', 'five'] as const;

/** "four and a half stars": as a person would say it. */
export function spoken(stars: number): string {
  const full = Math.floor(stars);
  if (stars === 0.5) return 'half a star';
  if (stars === 1) return 'one star';
  return stars % 1 === 0 ? `${whole[full]} stars` : `${whole[full]} and a half stars`;
}
