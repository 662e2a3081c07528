import { home, written } from './strings/home';
import type { Asking, ListFacts } from './recommend';

/** A dial of the list, and where it stands when left alone. */
export const dials = [
  { name: 'variety', min: 0, usual: 0.3 },
  { name: 'popularity', min: -1, usual: 0 },
  { name: 'recency', min: -1, usual: 0 },
] as const;

export type DialName = (typeof dials)[number]['name'];

/** What the address says about a list. */
export interface Settings {
  variety: number;
  popularity: number;
  recency: number;
  seed: number | undefined;
  genres: readonly string[];
  not: readonly number[];
}

/** Reads an address; what makes no sense is left alone. */
export function settingsOf(query: URLSearchParams): Settings {
  const found: Settings = { variety: 0, popularity: 0, recency: 0, seed: seedOf(query.get('seed')), genres: partsOf(query.get('genres')).slice(0, 20), not: filmsOf(query.get('not')) };
  for (const { name, min, usual } of dials) {
    const value = query.get(name);
    const number = value === null || value === '' ? Number.NaN : Number(value);
    found[name] = number >= min && number <= 1 ? number : usual;
  }
  return found;
}

/** The settings as the service is asked with them; what is as usual is not said. */
export function askingOf(settings: Settings): Asking {
  const asking: Asking = {};
  for (const { name, usual } of dials) if (settings[name] !== usual) asking[name] = settings[name];
  if (settings.seed !== undefined) asking.seed = settings.seed;
  if (settings.genres.length > 0) asking.genres = [...settings.genres];
  if (settings.not.length > 0) asking.notBecauseOf = [...settings.not];
  return asking;
}

/** What the dials cost, in one sentence. */
export function priceOf(facts: ListFacts, usual: ListFacts, areTurned: boolean): string {
  const words = home.list.price;
  const [stars, before] = [facts.meanPredictedStars, usual.meanPredictedStars].map((value) => (value == null ? undefined : written.tenth(value)));
  if (!areTurned) return stars === undefined ? '' : words.usual(stars);
  const parts: string[] = [];
  if (stars === undefined || before === undefined) parts.push(words.unknown);
  else parts.push(stars === before ? words.same(stars) : words.other(stars, before));
  const known = facts.meanPopularityPercentile - usual.meanPopularityPercentile;
  if (Math.abs(known) >= 0.02) parts.push(known < 0 ? words.lessKnown : words.betterKnown);
  const alike = facts.meanLikeness - usual.meanLikeness;
  if (Math.abs(alike) >= 0.02) parts.push(alike > 0 ? words.moreAlike : words.lessAlike);
  return parts.length === 1 && parts[0] === words.unknown ? '' : `${parts.join(', ')}.`;
}

function seedOf(value: string | null): number | undefined {
  return value !== null && /^\d{1,10}$/.test(value) && Number(value) <= 2147483647 ? Number(value) : undefined;
}

function partsOf(value: string | null): string[] {
  return [...new Set((value ?? '').split(',').filter(Boolean))];
}

function filmsOf(value: string | null): number[] {
  return partsOf(value)
    .filter((part) => /^\d{1,9}$/.test(part))
    .map(Number)
    .slice(0, 200);
}
