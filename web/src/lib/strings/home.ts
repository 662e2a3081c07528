import { spoken } from './index';

const one = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const list = new Intl.ListFormat('en', { type: 'conjunction' });

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
} as const;

export const numbers = { one: (value: number) => one.format(value), whole: (value: number) => whole.format(value), percent: (value: number) => percent.format(value), list: (words: string[]) => list.format(words), spoken };
