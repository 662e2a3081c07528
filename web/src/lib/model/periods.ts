export type Grain = 'days' | 'months' | 'years';

interface Period {
  period: string;
  ratings: number;
  meanStars?: number | null;
}

const lengths: Record<Grain, number> = { days: 10, months: 7, years: 4 };

/** The periods with those in between that nothing came in, so that time is drawn as it passed. */
export function filled(periods: readonly Period[], grain: Grain): Period[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const known = new Map(periods.map((one) => [one.period, one]));
  const all: Period[] = [];
  for (let moment = startOf(first.period); ; moment = next(moment, grain)) {
    const period = moment.toISOString().slice(0, lengths[grain]);
    all.push(known.get(period) ?? { period, ratings: 0 });
    // ISO dates are in the order of time.
    if (period >= last.period) return all;
  }
}

const startOf = (period: string): Date => new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7) || 1) - 1, Number(period.slice(8, 10) || 1)));

function next(moment: Date, grain: Grain): Date {
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
  return new Date(grain === 'days' ? Date.UTC(year, month, day + 1) : grain === 'months' ? Date.UTC(year, month + 1) : Date.UTC(year + 1, 0));
}

/** A period as a number of years, to lie on an axis. */
export function yearOf(period: string): number {
  return Number(period.slice(0, 4)) + (Number(period.slice(5, 7) || 1) - 1) / 12;
}
