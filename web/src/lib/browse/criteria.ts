import type { Operations } from '../api/types';

type Query = NonNullable<Operations['listMovies']['parameters']['query']>;

export const runtimes = { short: [undefined, 90], medium: [90, 120], long: [120, 150], epic: [150, undefined] } as const;
export const sorts = ['hot', 'rating', 'year', 'title'] as const;
export const decades = [2020, 2010, 2000, 1990, 1980, 1970, 1960, 1950, 1940, 1930, 1920] as const;

/** Those that a catalogue of films from all over the world has many of; others can be asked for by the address. */
export const languages = ['ar', 'bn', 'cs', 'da', 'de', 'el', 'en', 'es', 'fa', 'fi', 'fr', 'he', 'hi', 'hu', 'it', 'ja', 'ko', 'no', 'pl', 'pt', 'ro', 'ru', 'sr', 'sv', 'th', 'tr', 'uk', 'zh'] as const;

export type Runtime = keyof typeof runtimes;
export type Sort = (typeof sorts)[number];

/** Which films, and in which order: all of it stands in the address. */
export interface Criteria {
  genres: string[];
  match: 'any' | 'all';
  decade?: number | undefined;
  runtime?: Runtime | undefined;
  languages: string[];
  person?: string | undefined;
  sort: Sort;
}

const mostPages = 20;

function listOf(query: URLSearchParams, name: string): string[] {
  return [...new Set((query.get(name) ?? '').split(',').filter(Boolean))].slice(0, 20);
}

/** Reads the address; what makes no sense in it is left out. */
export function readCriteria(query: URLSearchParams): Criteria {
  const decade = Number(query.get('decade'));
  const runtime = query.get('runtime') ?? '';
  const sort = query.get('sort') as Sort;
  return {
    genres: listOf(query, 'genres'),
    match: query.get('match') === 'all' ? 'all' : 'any',
    decade: Number.isInteger(decade) && decade % 10 === 0 && decade >= 1870 && decade <= 2100 ? decade : undefined,
    runtime: Object.hasOwn(runtimes, runtime) ? (runtime as Runtime) : undefined,
    languages: listOf(query, 'languages').filter((one) => /^[a-z]{2,3}$/.test(one)),
    person: query.get('person')?.trim().slice(0, 100) || undefined,
    sort: sorts.includes(sort) ? sort : 'hot',
  };
}

/** The parts of the address for criteria; null takes a part away. The pages begin anew. */
export function writeCriteria(criteria: Criteria): Record<string, string | null> {
  return {
    genres: criteria.genres.join(',') || null,
    match: criteria.match === 'all' && criteria.genres.length > 0 ? 'all' : null,
    decade: criteria.decade === undefined ? null : String(criteria.decade),
    runtime: criteria.runtime ?? null,
    languages: criteria.languages.join(',') || null,
    person: criteria.person ?? null,
    sort: criteria.sort === 'hot' ? null : criteria.sort,
    page: null,
  };
}

/** How many pages of the list the address asks for. */
export function readPage(query: URLSearchParams): number {
  const page = Number(query.get('page'));
  return Number.isInteger(page) && page >= 1 ? Math.min(page, mostPages) : 1;
}

/** What the service is asked with. */
export function toRequest(criteria: Criteria): Query {
  const [from, to] = criteria.runtime ? runtimes[criteria.runtime] : [undefined, undefined];
  return {
    sort: criteria.sort,
    ...(criteria.genres.length > 0 && { genres: criteria.genres, genreMatch: criteria.match }),
    ...(criteria.decade !== undefined && { decade: criteria.decade }),
    ...(from !== undefined && { runtimeFrom: from }),
    ...(to !== undefined && { runtimeTo: to }),
    ...(criteria.languages.length > 0 && { languages: criteria.languages }),
    ...(criteria.person !== undefined && { person: criteria.person }),
  };
}

/** The same for the same list. */
export function identityOf(criteria: Criteria): string {
  return JSON.stringify(writeCriteria(criteria));
}
