interface GenreYear {
  genre: string;
  year?: number | null;
  ratings: number;
  share: number;
  meanStars: number;
}

/** Genres over all years, the largest first. */
export function totals(genres: readonly GenreYear[], most: number): GenreYear[] {
  return genres
    .filter((one) => typeof one.year !== 'number')
    .sort((a, b) => b.share - a.share || a.genre.localeCompare(b.genre))
    .slice(0, most);
}

export interface GenreLine {
  name: string;
  points: { x: number; share: number; meanStars: number }[];
}

/** The largest genres through the years; those of one year alone make no line. */
export function throughYears(genres: readonly GenreYear[], most: number): GenreLine[] {
  return totals(genres, most)
    .map(({ genre }) => ({
      name: genre,
      points: genres
        .flatMap(({ genre: other, year, share, meanStars }) => (other === genre && typeof year === 'number' ? [{ x: year, share, meanStars }] : []))
        .sort((a, b) => a.x - b.x),
    }))
    .filter((line) => line.points.length > 1);
}

/** What has changed most from the first year to the last. */
export function moved(lines: readonly GenreLine[], of: (point: GenreLine['points'][number]) => number): { name: string; from: number; to: number } | undefined {
  return lines
    .flatMap(({ name, points }) => {
      const [first, last] = [points[0], points.at(-1)];
      return first && last ? [{ name, from: of(first), to: of(last) }] : [];
    })
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))[0];
}
