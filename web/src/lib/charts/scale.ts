/** Round numbers from `low` to `high` or a bit beyond, about so many of them; whole ones only where things are counted. */
export function ticks(low: number, high: number, about = 4, isCount = false): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / about;
  const power = Math.max(10 ** Math.floor(Math.log10(rough)), isCount ? 1 : 0);
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999 && !(isCount && (one * power) % 1 !== 0)) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** How many digits after the point tell ticks apart. */
export function digitsOf(all: readonly number[]): number {
  const step = (all[1] ?? 1) - (all[0] ?? 0);
  for (let digits = 0; digits < 6; digits++) if (Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) < 1e-6) return digits;
  return 6;
}

/** Where a value lies between two ends, in pixels. */
export function placeOf(value: number, low: number, high: number, from: number, to: number): number {
  return from + ((value - low) / (high - low || 1)) * (to - from);
}

/** As many characters as there is room for. */
export function cut(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
