import type { Component } from 'svelte';
import type { Route } from './lib/router.svelte';

/** The pages, by the name of their route; each is loaded when it is first needed. */
export const routes: readonly (Route & { load: () => Promise<{ default: Component }> })[] = [
  { name: 'home', path: '/', load: () => import('./pages/Home.svelte') },
  { name: 'rate', path: '/rate', load: () => import('./pages/Rate.svelte') },
  { name: 'discover', path: '/discover', load: () => import('./pages/Discover.svelte') },
  { name: 'film', path: '/film/:id', load: () => import('./pages/Film.svelte') },
  { name: 'search', path: '/search', load: () => import('./pages/Search.svelte') },
  { name: 'list', path: '/list', load: () => import('./pages/List.svelte') },
  { name: 'mine', path: '/mine', load: () => import('./pages/Mine.svelte') },
  { name: 'watchlist', path: '/mine/watchlist', load: () => import('./pages/Watchlist.svelte') },
  { name: 'hidden', path: '/mine/hidden', load: () => import('./pages/Hidden.svelte') },
  { name: 'taste', path: '/mine/taste', load: () => import('./pages/Taste.svelte') },
  { name: 'people', path: '/mine/people', load: () => import('./pages/People.svelte') },
  { name: 'sign-in', path: '/sign-in', load: () => import('./pages/SignIn.svelte') },
  { name: 'sign-up', path: '/sign-up', load: () => import('./pages/SignUp.svelte') },
  { name: 'account', path: '/account', load: () => import('./pages/Account.svelte') },
  { name: 'privacy', path: '/privacy', load: () => import('./pages/Privacy.svelte') },
  { name: 'model', path: '/model', load: () => import('./pages/Model.svelte') },
  { name: 'not-found', path: '/not-found', load: () => import('./pages/NotFound.svelte') },
];
