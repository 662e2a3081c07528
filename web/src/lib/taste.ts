/** What somebody's stars say about them. */
export interface TasteFilm {
  stars: number;
  year?: number | null | undefined;
  genres?: readonly string[] | null | undefined;
  directors?: readonly string[] | null | undefined;
  /** The mean of all viewers, where it is known. */
  meanStars?: number | null | undefined;
}

export interface GenreTaste {
  genre: string;
  count: number;
  share: number;
  /** The viewer's and everyone's mean for the films of which both are known. */
  own: number | undefined;
  others: number | undefined;
  /** How many films that is. */
  compared: number;
}

export interface Taste {
  count: number;
  compared: number;
  own: number | undefined;
  others: number | undefined;
  /** How many films have half a star, one star, ... five stars. */
  stars: number[];
  /** The most watched first. */
  genres: GenreTaste[];
  /** In order, those without a film between two others included. */
  decades: { decade: number; count: number }[];
  /** Those of whom two films or more are rated. */
  directors: { name: string; count: number; mean: number }[];
}

/** The least number of films for a comparison to say something. */
export const leastCompared = 3;

export function tasteOf(films: readonly TasteFilm[]): Taste {
  const stars = Array.from({ length: 10 }, () => 0);
  for (const film of films) {
    const place = Math.round(film.stars * 2) - 1;
    stars[place] = (stars[place] ?? 0) + 1;
  }
  const compared = films.filter(isCompared);
  return {
    count: films.length,
    compared: compared.length,
    own: mean(compared.map((film) => film.stars)),
    others: mean(compared.map((film) => film.meanStars)),
    stars,
    genres: [...groups(films, (film) => film.genres ?? [])].map(([genre, its]) => genreOf(genre, its, films.length)).sort((a, b) => b.count - a.count || a.genre.localeCompare(b.genre)),
    decades: decadesOf(films),
    directors: [...groups(films, (film) => film.directors ?? [])]
      .filter(([, its]) => its.length > 1)
      .map(([name, its]) => ({ name, count: its.length, mean: mean(its.map((film) => film.stars)) ?? 0 }))
      .sort((a, b) => b.count - a.count || b.mean - a.mean || a.name.localeCompare(b.name)),
  };
}

/** The genre in which the viewer is furthest from everyone, beyond how generous they are; none where nothing stands out. */
export function farthest(genres: readonly GenreTaste[], least = 0.1): (GenreTaste & { by: number }) | undefined {
  return genres
    .filter((one) => one.compared >= leastCompared)
    .map((one) => ({ ...one, by: (one.own ?? 0) - (one.others ?? 0) }))
    .filter((one) => Math.abs(one.by) >= least)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
}

function genreOf(genre: string, its: TasteFilm[], all: number): GenreTaste {
  const compared = its.filter(isCompared);
  return {
    genre,
    count: its.length,
    share: its.length / all,
    own: mean(compared.map((film) => film.stars)),
    others: mean(compared.map((film) => film.meanStars)),
    compared: compared.length,
  };
}

function decadesOf(films: readonly TasteFilm[]): Taste['decades'] {
  const counts = new Map<number, number>();
  for (const { year } of films) {
    if (!year) continue;
    const decade = Math.floor(year / 10) * 10;
    counts.set(decade, (counts.get(decade) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const length = (Math.max(...counts.keys()) - first) / 10 + 1;
  return Array.from({ length }, (_, i) => ({ decade: first + 10 * i, count: counts.get(first + 10 * i) ?? 0 }));
}

function groups(films: readonly TasteFilm[], of: (film: TasteFilm) => readonly string[]): Map<string, TasteFilm[]> {
  const found = new Map<string, TasteFilm[]>();
  for (const film of films) {
    for (const name of new Set(of(film))) {
      const its = found.get(name);
      if (its) its.push(film);
      else found.set(name, [film]);
    }
  }
  return found;
}

function isCompared(film: TasteFilm): film is TasteFilm & { meanStars: number } {
  return typeof film.meanStars === 'number';
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
