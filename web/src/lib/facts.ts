import { api } from './api/client';
import type { Film } from './api/types';

const pageSize = 200;
const mostPages = 15;
const singly = 24;
const found = new Map<number, Film>();

/** What is known of films, asked for in as few requests as there can be; films that can't be found are left out. */
export async function factsOf(ids: readonly number[]): Promise<ReadonlyMap<number, Film>> {
  const missing = new Set(ids.filter((id) => !found.has(id)));
  if (missing.size > 0 && missing.size <= singly) {
    const answers = await Promise.allSettled([...missing].map((movieId) => api.GET('/api/v1/movies/{movieId}', { params: { path: { movieId } } })));
    for (const answer of answers) if (answer.status === 'fulfilled' && answer.value.data) found.set(answer.value.data.id, answer.value.data);
    const refused = answers.find((answer) => answer.status === 'rejected');
    if (refused && answers.every((answer) => answer.status === 'rejected')) throw refused.reason;
  }
  // Many of them: the catalogue, the films that are rated most first, until all are there.
  let cursor: string | undefined;
  for (let page = 0; missing.size > singly && page < mostPages && [...missing].some((id) => !found.has(id)); page++) {
    const { data } = await api.GET('/api/v1/movies', { params: { query: { sort: 'hot', limit: pageSize, ...(cursor ? { cursor } : {}) } } });
    for (const film of data?.items ?? []) found.set(film.id, film);
    cursor = data?.nextCursor ?? undefined;
    if (!cursor) break;
  }
  return found;
}
