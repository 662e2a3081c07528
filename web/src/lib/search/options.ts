import { search as words } from '../strings/browse';
import { closeness } from './match';
import type { Answer } from './suggester.svelte';

/** A place to go to from the search box. */
export interface Option {
  label: string;
  href: string;
  note?: string | undefined;
  /** What is kept of it among what was looked up lately. */
  keep?: string;
}

export interface Group {
  name: string;
  kind: 'recent' | 'films' | 'people' | 'everything';
  options: Option[];
}

const clearly = 0.1;

export function everything(query: string): Option {
  return { label: words.everything(query), href: `/search?q=${encodeURIComponent(query)}`, keep: `“${query}”` };
}

export function lately(recent: readonly Option[]): Group[] {
  return recent.length === 0 ? [] : [{ name: words.recent, kind: 'recent', options: recent.map((one) => ({ ...one })) }];
}

/** What the service suggests for what was typed, the better fitting kind first, and always the search for everything. */
export function suggested(answer: Answer, query: string): Group[] {
  const films = answer.suggestions.films.map((film) => ({
    label: film.title,
    note: [film.year, film.originalTitle].filter(Boolean).join(' · ') || undefined,
    href: `/film/${film.id}`,
    keep: film.year ? `${film.title} (${film.year})` : film.title,
    fit: Math.max(closeness(film.title, answer.typed), film.originalTitle ? closeness(film.originalTitle, answer.typed) : 0),
  }));
  const people = answer.suggestions.people.map((person) => ({
    label: person.name,
    note: words.filmsOf(person.films),
    href: `/discover?person=${encodeURIComponent(person.name)}`,
    keep: person.name,
    fit: closeness(person.name, answer.typed),
  }));
  const all: Group[] = [
    { name: words.films, kind: 'films', options: films },
    { name: words.people, kind: 'people', options: people },
  ];
  // More people have a name like that than are looked up: a film gives way only to one that fits clearly better.
  if ((people[0]?.fit ?? 0) > Math.max(0, ...films.map((film) => film.fit)) + clearly) all.reverse();
  return [...all.filter((group) => group.options.length > 0), { name: '', kind: 'everything', options: [everything(query)] }];
}
