import type { Page } from '@playwright/test';
import { filmId } from './accounts';

export interface SitePage {
  name: string;
  path: string | ((page: Page) => Promise<string>);
  /** Its controls are drawn by the page only where somebody is signed in, or only where nobody is. */
  only?: 'guest' | 'viewer';
}

/** Every page of the site, those that are empty and those that aren't there included. */
export const pages: readonly SitePage[] = [
  { name: 'home', path: '/' },
  { name: 'rate', path: '/rate' },
  { name: 'discover', path: '/discover' },
  { name: 'discover-filtered', path: '/discover?genres=Drama,Crime&match=all&decade=1990&sort=rating', only: 'guest' },
  { name: 'discover-none', path: '/discover?genres=Western,Animation,Horror&match=all&decade=1920', only: 'guest' },
  { name: 'film', path: async (page) => `/film/${await filmId(page, 'Heat')}` },
  { name: 'film-unknown', path: '/film/999999999', only: 'guest' },
  { name: 'search', path: '/search' },
  { name: 'search-results', path: '/search?q=kurosawa', only: 'guest' },
  { name: 'search-nothing', path: '/search?q=qqqzzzxxx', only: 'guest' },
  { name: 'list', path: '/list?seed=7' },
  { name: 'mine', path: '/mine' },
  { name: 'watchlist', path: '/mine/watchlist' },
  { name: 'hidden', path: '/mine/hidden' },
  { name: 'taste', path: '/mine/taste' },
  { name: 'people', path: '/mine/people' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-up', path: '/sign-up', only: 'guest' },
  { name: 'account', path: '/account' },
  { name: 'privacy', path: '/privacy', only: 'guest' },
  { name: 'model', path: '/model', only: 'guest' },
  { name: 'not-found', path: '/no/such/page', only: 'guest' },
];

export async function addressOf(page: Page, one: SitePage): Promise<string> {
  return typeof one.path === 'string' ? one.path : one.path(page);
}
