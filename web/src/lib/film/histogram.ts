/** One column of ratings. */
export interface Column {
  stars: number;
  ratings: number;
  /** Of all ratings, 0 to 1. */
  part: number;
  /** Of the highest column, 0 to 1. */
  height: number;
}

/** The columns of ten counts, half a star to five. */
export function columnsOf(counts: readonly number[]): Column[] {
  const all = counts.reduce((sum, one) => sum + one, 0);
  const most = Math.max(1, ...counts);
  return counts.map((ratings, i) => ({ stars: (i + 1) / 2, ratings, part: all === 0 ? 0 : ratings / all, height: ratings / most }));
}

/** The highest column; the better one of two. */
export function peakOf(columns: readonly Column[]): Column | undefined {
  return columns.reduce<Column | undefined>((best, one) => (one.ratings > 0 && one.ratings >= (best?.ratings ?? 0) ? one : best), undefined);
}
