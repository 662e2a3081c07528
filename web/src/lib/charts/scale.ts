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

/** Powers of ten around what is above zero, every second or third one where they are many. */
export function logTicks(low: number, high: number, most = 6): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(high) - 1e-9));
  const step = Math.ceil((last - first) / most);
  return Array.from({ length: Math.ceil((last - first) / step) + 1 }, (_, i) => Number(`1e${first + i * step}`));
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

/** The same on a logarithmic axis. */
export function logPlaceOf(value: number, low: number, high: number, from: number, to: number): number {
  return placeOf(Math.log(value), Math.log(low), Math.log(high), from, to);
}

/** As many characters as there is room for. */
export function cut(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}

/** Moves places apart, in their order and as little as need be, so that labels at them can be read; none goes below the least or past the most. */
export function apart(places: readonly number[], gap: number, least: number, most: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const moved = [...places];
  let next = least;
  for (const i of order) next = (moved[i] = Math.max(moved[i] ?? 0, next)) + gap;
  next = most;
  for (const i of order.reverse()) next = (moved[i] = Math.min(moved[i] ?? 0, next)) - gap;
  return moved;
}
