import { api } from './api/client';
import type { RecommendationPage, Schemas } from './api/types';
import { ratings } from './state/ratings.svelte';
import { viewer } from './state/viewer.svelte';

export type RowsPage = Schemas['RowsPage'];
export type Explanation = Schemas['MovieExplanation'];
export type ToRate = Schemas['OnboardingItem'];
export type ListFacts = Schemas['ListFacts'];

/** What a list is asked for with. */
export interface Asking {
  limit?: number;
  variety?: number;
  popularity?: number;
  recency?: number;
  seed?: number;
  genres?: string[];
  notBecauseOf?: number[];
  cursor?: string;
}

/** Films for the viewer: by the account's ratings, or by the ones on this device. */
export async function askList(query: Asking, signal: AbortSignal): Promise<RecommendationPage> {
  await ratings.ready();
  const params = { query };
  const { data } = viewer.isSignedIn
    ? await api.GET('/api/v1/recommendations', { params, signal })
    : await api.POST('/api/v1/recommendations', { params, body: { ratings: ratings.all() }, signal });
  return data as RecommendationPage;
}

/** The rows of the home page. */
export async function askRows(signal: AbortSignal): Promise<RowsPage> {
  await ratings.ready();
  const { data } = viewer.isSignedIn
    ? await api.GET('/api/v1/recommendations/rows', { signal })
    : await api.POST('/api/v1/recommendations/rows', { body: { ratings: ratings.all() }, signal });
  return data as RowsPage;
}

/** What each rating has to do with a film. */
export async function askWhy(film: number, notBecauseOf: readonly number[], signal: AbortSignal): Promise<Explanation | undefined> {
  await ratings.ready();
  const own = viewer.isSignedIn ? {} : { ratings: ratings.all() };
  const { data } = await api.POST('/api/v1/recommendations/explain', { body: { movieIds: [film], notBecauseOf: [...notBecauseOf], ...own }, signal });
  return data?.items[0];
}

/** Films worth asking for next, by all answers so far; the skipped ones and those on the screen don't come. */
export async function askToRate(shown: readonly number[], limit: number, signal: AbortSignal): Promise<ToRate[]> {
  await ratings.ready();
  const body = { ratings: ratings.all(), skipped: ratings.skipped.slice(-1000), shown: shown.slice(-1000), limit };
  const { data } = await api.POST('/api/v1/onboarding/movies', { body, signal });
  return data?.items ?? [];
}

/** How many ratings make a list that is worth showing as the viewer's own. */
export const firstList = 5;
