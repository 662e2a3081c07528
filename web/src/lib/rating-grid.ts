/** What stands in the places of a rating grid, and what waits to take one. */
export interface Places<T> {
  /** An empty place waits for the next film. */
  shown: readonly (T | undefined)[];
  spare: readonly T[];
}

/** Takes films out of their places and lets the next ones in, every other film staying where it is. */
export function replace<T extends { movie: { id: number } }>({ shown, spare }: Places<T>, gone: readonly number[]): Places<T> {
  const left = [...spare];
  const next = shown.map((one) => (one && gone.includes(one.movie.id) ? left.shift() : one));
  return { shown: next, spare: left };
}

/** New films come: empty places are filled, the rest waits; none stands twice. */
export function fill<T extends { movie: { id: number } }>({ shown }: Places<T>, found: readonly T[]): Places<T> {
  const there = new Set(shown.map((one) => one?.movie.id));
  const left = found.filter((one) => !there.has(one.movie.id));
  const next = shown.map((one) => one ?? left.shift());
  return { shown: next, spare: left };
}
