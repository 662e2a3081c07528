import type { Reason } from './api/types';
import { home, type Part } from './strings/home';

/** A film that a sentence names. */
export interface NamedFilm {
  id: number;
  title: string;
}

/** A sentence, its films where they stand. */
export type Sentence = readonly (string | NamedFilm)[];

/**
 * Why a film is in a list, in one plain sentence: what speaks for it most first.
 * @param most How many films are named at most.
 * @param without A film that need not be named: the row is its own.
 */
export function sentenceOf(reasons: readonly Reason[], most = 3, without?: number): Sentence {
  const liked = named(reasons, 'becauseYouLiked').slice(0, most + 1);
  const others = liked.filter((film) => film.id !== without).slice(0, most);
  const first = reasons[0];
  if (!first) return [];
  if (first.kind === 'becauseYouLiked' || first.kind === 'becauseYouRated' || (first.kind === 'popular' && others.length > 0)) {
    if (others.length > 0) return filled(liked.some((film) => film.id === without) ? home.reason.alsoLiked(others.length) : home.reason.liked(others.length), others);
    const rated = named(reasons, 'becauseYouRated').filter((film) => film.id !== without).slice(0, Math.min(most, 2));
    return rated.length > 0 ? filled(home.reason.rated(rated.length), rated) : [];
  }
  const words = wordsOf(first);
  const one = others.slice(0, 1);
  return one.length > 0 ? filled(home.reason.andLiked(words, 1), one) : [words];
}

function wordsOf(reason: Reason): string {
  switch (reason.kind) {
    case 'hot':
      return home.reason.hot;
    case 'peopleLikeYou':
      return home.reason.people(reason.people ?? 1);
    case 'likedByPortrait':
      return home.reason.portrait;
    case 'new':
      return home.reason.new;
    case 'hiddenGem':
      return home.reason.hiddenGem;
    case 'matchesTaste':
      return reason.genre ? home.reason.taste(reason.genre) : home.reason.tasteUnknown;
    default:
      return home.reason.popular;
  }
}

function named(reasons: readonly Reason[], kind: Reason['kind']): NamedFilm[] {
  return reasons.flatMap((reason) => (reason.kind === kind && reason.movieId && reason.title ? [{ id: reason.movieId, title: reason.title }] : []));
}

function filled(parts: readonly Part[], films: readonly NamedFilm[]): Sentence {
  return parts.map((part) => (typeof part === 'number' ? (films[part] as NamedFilm) : part));
}
