/** A film as lists of the viewer's own show it. */
export interface OwnFilm {
  id: number;
  title: string;
  year?: number | null | undefined;
  genres?: readonly string[] | null | undefined;
  directors?: readonly string[] | null | undefined;
  posterUrl?: string | null | undefined;
}

/** A rating in the list of one's own. */
export interface OwnRating {
  film: OwnFilm;
  stars: number;
  review?: string | null | undefined;
  ratedAt?: string | undefined;
}

export const sorts = ['newest', 'oldest', 'highest', 'lowest'] as const;
export type Sort = (typeof sorts)[number];

export function sortOf(query: string | null): Sort {
  return sorts.find((sort) => sort === query) ?? 'newest';
}

/** As the service would sort and filter, for stars that are kept on this device; the last rated is the last of them. */
export function arrange(ratings: readonly OwnRating[], sort: Sort, words: string): OwnRating[] {
  const wanted = fold(words).split(' ').filter(Boolean);
  const matching = ratings.filter(({ film }) => wanted.every((word) => fold(film.title).includes(word)));
  if (sort !== 'oldest') matching.reverse();
  if (sort === 'highest') matching.sort((a, b) => b.stars - a.stars);
  if (sort === 'lowest') matching.sort((a, b) => a.stars - b.stars);
  return matching;
}

function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
